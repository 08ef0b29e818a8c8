package io.fairlead.app.rights;

import static io.fairlead.app.testing.Person.ELIF;
import static io.fairlead.app.testing.Person.LIAM;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.SOFIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class ProcessingRecordTest {
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Retention retention;
  @Autowired Policy policy;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void itSaysWhatThePolicyAndTheSettingsSay() {
    retention.keep(Life.peopleOps(), "comments", 24, 0L, null).orThrow();
    database
        .sql(
            """
            insert into webhook (id, name, url, format, types, state, secret, seen, made_by, made_at)
            values (?, 'Chat', 'https://hooks.example.org/services/T0/secret', 'slack', '{objective}', 'sending', '\\x00', 0, ?, now())
            """)
        .params(UUID.randomUUID(), ELIF.id())
        .update();
    String page = visitors.as(ELIF).page("/studio/data-rights/paper").body();
    assertThat(page)
        .contains(
            "Seen by the person; the person’s manager and those above",
            "Deleted after 24 months",
            "Chat (hooks.example.org)",
            "framework version 0",
            "To agree on what is to be achieved")
        .doesNotContain("services/T0/secret");
    JsonNode paper =
        json.readTree(visitors.as(SOFIA).json("GET", "/api/v1/processing-record", null).body());
    assertThat(paper.path("categories").size())
        .isEqualTo((int) policy.rows().stream().map(PolicyRow::recordType).distinct().count());
    String markdown = visitors.as(LIAM).page("/studio/data-rights/paper.md").body();
    assertThat(markdown).startsWith("# Record of processing").contains("24 months", "- **");
  }

  @Test
  void itIsForThoseWhoAnswerForIt() {
    for (Person person : List.of(MARA, Person.INES)) {
      assertThat(visitors.as(person).page("/studio/data-rights/paper").statusCode()).isEqualTo(404);
    }
  }
}
