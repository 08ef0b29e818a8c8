package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rounds of feedback stand on the board of what is in progress.
@AppTest
class RoundsRunningTest {
  @Autowired RoundsAtHand atHand;
  @Autowired RoundStore store;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  private RoundsAtHand.RoundAtHand round;

  @BeforeEach
  void aboutMara() {
    company.reset();
    round = atHand.aboutMara();
  }

  @AfterEach
  void asNew() {
    company.reset();
  }

  private List<JsonNode> rows() {
    return json.readTree(
            api.as(Person.ELIF, "running:read").json("GET", "/api/v1/running", null).body())
        .path("running")
        .valueStream()
        .filter(row -> row.path("kind").asString().equals("feedback"))
        .toList();
  }

  private String board() {
    String page = visitors.as(Person.ELIF).page("/studio/running").body();
    return page.substring(page.indexOf("<main"));
  }

  private Round now() {
    return store.find(round.id()).orElseThrow();
  }

  @Test
  void aRoundStandsThereFromItsLaunchUntilItsReportsAreMadeAndNamesNobody() {
    UUID draft = atHand.round("manager", "reviewee");
    atHand.move(draft, "published");
    assertThat(rows()).hasSize(1);
    assertThat(rows().getFirst().path("title").asString()).isEqualTo("Spring feedback");
    assertThat(rows().getFirst().path("counts")).isEmpty();
    assertThat(board())
        .contains("Rounds of feedback", "/feedback/rounds/" + round.id(), "Remind everybody")
        .contains("Open for answers. Open until 22 May.")
        .doesNotContain(Person.MARA.fullName(), Person.JONAS.fullName(), draft.toString());
    atHand.move(round.id(), "nominating");
    assertThat(board()).contains(round.id() + "/opening").doesNotContain(round.id() + "/reminder");
    atHand.move(round.id(), "closing");
    assertThat(rows()).hasSize(1);
    assertThat(board()).doesNotContain(round.id() + "/extension");
    atHand.move(round.id(), "published");
    assertThat(rows()).isEmpty();
  }

  @Test
  void itsActsWorkFromThere() {
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/studio/running");
    String at = "/feedback/rounds/" + round.id();
    String later = RoundsAtHand.CLOSES.plusDays(7).toString();
    assertThat(board()).contains("value=\"" + later + "\"", at + "/extension");
    String version = Long.toString(now().version());
    assertThat(
            elif.post(at + "/extension", "version", version, "day", later, "key", "k").statusCode())
        .isEqualTo(302);
    assertThat(now().terms().closes()).isEqualTo(RoundsAtHand.CLOSES.plusDays(7));
    assertThat(elif.post(at + "/reminder", "version", version, "key", "r").statusCode())
        .as("the board was older than the extension")
        .isEqualTo(412);
  }

  @Test
  void whatHindersARoundIsTrouble() {
    atHand.move(round.id(), "closing");
    database
        .sql("update feedback_round set hindrance = 'fault' where id = ?")
        .param(round.id())
        .update();
    assertThat(rows().getFirst().path("trouble").asBoolean()).isTrue();
  }

  @Test
  void whoMayNotRunARoundDoesNotSeeItThere() {
    for (Person person : List.of(Person.values())) {
      String page = visitors.as(person).page("/studio/running").body();
      assertThat(page.contains(round.id().toString()))
          .as(person.fullName())
          .isEqualTo(person == Person.ELIF);
    }
  }
}
