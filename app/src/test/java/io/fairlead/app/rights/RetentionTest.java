package io.fairlead.app.rights;

import static io.fairlead.app.testing.Person.ELIF;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.SOFIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.people.LegalHolds;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class RetentionTest {
  @Autowired Retention retention;
  @Autowired RetentionStore store;
  @Autowired LegalHolds holds;
  @Autowired Life life;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired Visitors visitors;
  @Autowired JdbcClient database;

  /// Four years after a quarter in which two people said something.
  @BeforeEach
  void longAgo() {
    company.reset();
    life.of(JONAS);
    life.of(Person.RUBEN);
    clock.set(LocalDate.parse("2030-08-01"));
  }

  private long count(String sql) {
    return database.sql(sql).query(Long.class).single();
  }

  private long notes() {
    return count("select count(*) from check_in where note <> ''");
  }

  private Outcome<String> keep(String code, int months, long seen) {
    return retention.keep(Life.peopleOps(), code, months, seen, null);
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome instanceof Refused<?>(List<Reason> reasons)
        ? reasons.stream().map(Reason::code).toList()
        : List.of();
  }

  @Test
  void nothingGoesUntilSomebodyEntitledSaysSo() {
    assertThat(retention.deleteDue(() -> false)).isZero();
    assertThat(notes()).isEqualTo(2);
    assertThat(retention.due(Life.peopleOps(), "check-in-notes", 36).orThrow()).isEqualTo(2);
    assertThat(notes()).as("looking changes nothing").isEqualTo(2);
    assertThat(codes(retention.keep(MARA.viewer(), "check-in-notes", 36, 2L, null)))
        .containsExactly("not-found");
    assertThat(codes(keep("check-in-notes", 0, 2))).containsExactly("retention-months");
    assertThat(codes(keep("everything", 36, 2))).containsExactly("not-found");
    assertThat(codes(retention.keep(Life.peopleOps(), "check-in-notes", 36, null, null)))
        .containsExactly("retention-unseen");
    assertThat(codes(keep("check-in-notes", 36, 1))).containsExactly("retention-more");
  }

  @Test
  void theJobEmptiesWhatIsDueAndRecordsHowMany() {
    keep("check-in-notes", 36, 2).orThrow();
    assertThat(retention.deleteDue(() -> false)).isEqualTo(2);
    assertThat(notes()).isZero();
    assertThat(count("select count(*) from check_in where value = 2")).isEqualTo(2);
    assertThat(
            database
                .sql(
                    "select detail ->> 'check-in-notes' from audit_entry where act = 'retention.deleted' and actor is null")
                .query(String.class)
                .list())
        .containsExactly("2");
    assertThat(retention.deleteDue(() -> false)).isZero();
    assertThat(
            retention.rules(Life.peopleOps()).orElseThrow().stream()
                .filter(rule -> rule.code().equals("check-in-notes"))
                .toList())
        .singleElement()
        .matches(rule -> rule.deleted() == 2 && rule.ranAt() != null);
    retention.keepForever(Life.peopleOps(), "check-in-notes", null).orThrow();
    assertThat(retention.deleteDue(() -> false)).isZero();
  }

  @Test
  void whatIsNotOldEnoughStays() {
    keep("check-in-notes", 50, 0).orThrow();
    keep("comments", 50, 0).orThrow();
    assertThat(retention.deleteDue(() -> false)).isZero();
    clock.set(LocalDate.parse("2030-09-02"));
    assertThat(retention.deleteDue(() -> false)).as("50 months after 30 June 2026").isEqualTo(6);
  }

  @Test
  void nothingAboutSomebodyHeldGoesOfAnyKind() {
    holds.place(Life.peopleOps(), JONAS.id(), "A claim", null).orThrow();
    holds.place(Life.peopleOps(), MARA.id(), "The same claim", null).orThrow();
    String before = of(JONAS.id()) + of(MARA.id());
    long all = 0;
    for (var kind : store.kinds()) {
      long due = retention.due(Life.peopleOps(), kind.code(), kind.least()).orThrow();
      keep(kind.code(), kind.least(), due).orThrow();
      all += due;
    }
    assertThat(retention.deleteDue(() -> false)).isEqualTo(all).isPositive();
    assertThat(of(JONAS.id()) + of(MARA.id())).isEqualTo(before);
    assertThat(count("select count(*) from check_in where note <> ''")).isEqualTo(1);
  }

  private String of(UUID person) {
    StringBuilder all = new StringBuilder();
    for (String table :
        List.of(
            "check_in where by_person",
            "comment where by_person",
            "notice where recipient",
            "outgoing_mail where recipient",
            "framework_draft where author",
            "api_token where person",
            "objective where accountable",
            "import_row where person")) {
      all.append(table)
          .append(
              database
                  .sql(
                      "select coalesce(string_agg(t::text, '|' order by t::text), '') from (select * from %s = :person) t"
                          .formatted(table))
                  .param("person", person)
                  .query(String.class)
                  .single());
    }
    return all.toString();
  }

  @Test
  void everyKindGoesWhenItsTimeIsOver() {
    database.sql("update outgoing_mail set ended_at = queued_at, state = 'sent'").update();
    for (var kind : store.kinds()) {
      long due = retention.due(Life.peopleOps(), kind.code(), kind.least()).orThrow();
      keep(kind.code(), kind.least(), due).orThrow();
    }
    retention.deleteDue(() -> false);
    for (String gone :
        List.of(
            "comment",
            "notice",
            "outgoing_mail",
            "framework_draft",
            "goal_import",
            "import_run",
            "import_row",
            "objective where state = 'draft'",
            "check_in where note <> ''")) {
      assertThat(count("select count(*) from " + gone)).as(gone).isZero();
    }
    assertThat(count("select count(*) from objective")).isPositive();
    assertThat(count("select count(*) from identity")).isEqualTo(Person.values().length);
  }

  @Test
  void manyGoInBatches() {
    database
        .sql(
            """
            insert into notice (id, recipient, kind, link, key, parameters, told_at, in_inbox)
            select gen_random_uuid(), ?, 'reminder', '/', 'reminder.before', '[]', '2026-05-01', true from generate_series(1, 1200)
            """)
        .param(MARA.id())
        .update();
    long due = retention.due(Life.peopleOps(), "inbox", 6).orThrow();
    keep("inbox", 6, due).orThrow();
    assertThat(retention.deleteDue(() -> true)).as("left off after a batch").isEqualTo(500);
    assertThat(retention.deleteDue(() -> false)).isEqualTo(due - 500);
    assertThat(
            database
                .sql(
                    "select (detail ->> 'inbox')::int from audit_entry where act = 'retention.deleted' order by number")
                .query(Integer.class)
                .list())
        .startsWith(500, 500)
        .hasSize(3);
  }

  @Test
  void byPageOnlyAfterLooking() {
    Visitor elif = visitors.as(ELIF);
    assertThat(elif.page("/studio/data-rights").body())
        .contains("Notes of check-ins", "As long as nobody sets a time");
    String path = "/studio/data-rights/retention/check-in-notes";
    assertThat(elif.page(path).body()).contains("value=\"36\"").doesNotContain("name=\"seen\"");
    assertThat(elif.page(path + "?months=36").body())
        .contains("The words of 2 records would be emptied", "name=\"seen\" value=\"2\"");
    assertThat(elif.page(path + "?months=x").statusCode()).isEqualTo(422);
    assertThat(elif.post(path, "months", "36", "seen", "1").statusCode()).isEqualTo(409);
    assertThat(elif.post(path, "months", "36").statusCode()).isEqualTo(422);
    assertThat(elif.post(path, "months", "36", "seen", "2").statusCode()).isEqualTo(302);
    assertThat(elif.page("/studio/data-rights").body()).contains("Words emptied after 36 months");
    assertThat(elif.post(path + "/end").statusCode()).isEqualTo(302);
    assertThat(visitors.as(SOFIA).page(path + "?months=36").body())
        .contains("would be emptied")
        .doesNotContain("name=\"seen\"");
    assertThat(visitors.as(MARA).page(path).statusCode()).isEqualTo(404);
  }
}
