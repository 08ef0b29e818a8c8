package io.fairlead.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class AuditPagesTest {
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired Audit audit;
  @Autowired JdbcClient database;

  @BeforeEach
  void asNew() {
    company.reset();
    audit.record(Person.NOOR.id(), "person.read", "person", null, Person.JONAS.id());
    audit.record(Person.RUBEN.id(), "person.read-denied", "person", null, Person.JONAS.id());
    audit.record(Person.MARA.id(), "objective.graded", "objective", null, Person.JONAS.id());
    audit.record(Person.NOOR.id(), "person.read", "person", null, Person.MARA.id());
  }

  @Test
  void aPersonSeesWhoReadTheirRecordsAndNothingElse() {
    String page = visitors.as(Person.JONAS).page("/account/reads").body();
    assertThat(page).contains("Noor Haddad", "Ruben Castel", "was refused").doesNotContain("Mara");
    assertThat(visitors.as(Person.DEV).page("/account/reads").body()).doesNotContain("Noor");
  }

  @Test
  void anAuditorFiltersTheRecordAndTakesItAlong() {
    Visitor sofia = visitors.as(Person.SOFIA);
    assertThat(sofia.page("/studio/audit").body()).contains("objective.graded", "person.read");
    assertThat(sofia.page("/studio/audit?act=graded").body())
        .contains("Mara Lindqvist")
        .doesNotContain("Noor Haddad");
    String file = sofia.page("/studio/audit.csv?person=" + Person.RUBEN.id()).body();
    assertThat(file.lines()).hasSize(2);
    assertThat(file).contains("Ruben Castel", "person.read-denied", "Jonas Beck");
    assertThat(sofia.page("/studio/audit").body()).contains("audit.exported");
  }

  @Test
  void theRecordHasDaysAndPages() {
    for (int i = 0; i < 130; i++) {
      audit.record(null, "test.act" + i, "test", null, null);
    }
    Visitor sofia = visitors.as(Person.SOFIA);
    String first = sofia.page("/studio/audit").body();
    assertThat(first).contains("test.act129<", "Earlier").doesNotContain("objective.graded");
    long before =
        database
            .sql("select number from audit_entry where act = 'test.act30'")
            .query(Long.class)
            .single();
    assertThat(sofia.page("/studio/audit?before=" + before).body())
        .contains("test.act29<", "objective.graded")
        .doesNotContain("test.act30<");
    assertThat(sofia.page("/studio/audit?until=2026-05-12").body()).contains("Nothing matches");
    assertThat(sofia.page("/studio/audit?from=2026-05-13").body()).contains("test.act129<");
  }

  @Test
  void theNameOfSomebodyErasedIsGoneButTheLineStays() {
    database.sql("delete from account where person = ?").param(Person.RUBEN.id()).update();
    database.sql("delete from identity where person = ?").param(Person.RUBEN.id()).update();
    assertThat(visitors.as(Person.SOFIA).page("/studio/audit").body())
        .contains("person.read-denied", "Somebody whose name was erased")
        .doesNotContain("Ruben");
  }
}
