package io.fairlead.app.goals;

import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// draft → proposed → active → graded → closed, and dropped: by page and by API, and back where a
/// step can be taken back.
@AppTest
class ObjectiveStepsTest {
  private static final Pattern UNDO = Pattern.compile("action=\"/undo/([0-9a-f-]{36})\"");

  @Autowired Goals goals;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  @Test
  void everyStepIsAButtonOfTheDrawer() {
    UUID id = objective("draft");
    Visitor mara = visitors.as(MARA);
    assertThat(mara.page("/goals/" + id).body()).contains("Put forward", "Publish", "Give up");
    stepped(mara, id, "proposal", "proposed");
    assertThat(mara.page("/goals/" + id).body()).contains("Back to a draft");
    stepped(mara, id, "withdrawal", "draft");
    stepped(mara, id, "proposal", "proposed");
    stepped(mara, id, "activation", "active");
    assertThat(mara.page("/goals/" + id).body()).doesNotContain("Back to a draft", "Put forward");
    set(id, "graded");
    assertThat(mara.page("/goals/" + id).body()).contains(">Close<").doesNotContain("Give up");
    stepped(mara, id, "closure", "closed");
    assertThat(states(id)).containsExactly("proposed", "draft", "proposed", "active", "closed");
  }

  @Test
  void everyStepIsANounOfTheApi() {
    UUID id = objective("draft");
    var mara = api.as(MARA);
    for (String step : List.of("proposal proposed", "withdrawal draft", "activation active")) {
      String[] words = step.split(" ");
      var answer = mara.json("POST", "/api/v1/objectives/" + id + "/" + words[0], "{}");
      assertThat(answer.statusCode()).as(step).isEqualTo(200);
      assertThat(json.readTree(answer.body()).path("state").asString()).isEqualTo(words[1]);
    }
    set(id, "graded");
    assertThat(mara.json("POST", "/api/v1/objectives/" + id + "/closure", "{}").statusCode())
        .isEqualTo(200);
    assertThat(state(id)).isEqualTo("closed");
  }

  @Test
  void aStepThatIsNotPossibleSaysWhyAndChangesNothing() {
    var mara = api.as(MARA);
    for (String step :
        List.of(
            "active proposal",
            "active withdrawal",
            "active closure",
            "dropped activation",
            "closed activation",
            "graded drop",
            "closed drop",
            "dropped drop",
            "draft closure")) {
      String[] words = step.split(" ");
      UUID id = objective(words[0]);
      var answer =
          mara.json("POST", "/api/v1/objectives/" + id + "/" + words[1], "{\"reason\": \"No\"}");
      assertThat(answer.statusCode()).as(step).isEqualTo(409);
      assertThat(answer.body()).as(step).contains("It cannot be");
      assertThat(state(id)).isEqualTo(words[0]);
      Visitor page = visitors.as(MARA);
      page.page("/goals/" + id);
      page.post("/goals/" + id + "/" + words[1], "reason", "No");
      assertThat(state(id)).as(step).isEqualTo(words[0]);
    }
  }

  @Test
  void whatIsMissingForPublishingIsSaidWhereItIsWritten() {
    UUID bare = goals.objective(MARA, "Customers stay", "Q2 2026", "draft", "public");
    Visitor mara = visitors.as(MARA);
    mara.page("/goals/" + bare);
    HttpResponse<String> answer = mara.post("/goals/" + bare + "/activation");
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(bare + "/edit");
    assertThat(mara.page("/goals/" + bare + "/edit").body()).contains("Publishing needs at least");
    assertThat(state(bare)).isEqualTo("draft");
  }

  @Test
  void givingUpNeedsAReasonAndCanBeTakenBackForADay() {
    UUID id = objective("active");
    Visitor mara = visitors.as(MARA);
    assertThat(mara.page("/goals/" + id + "/drop").body()).contains("Why it is given up");
    HttpResponse<String> silent = mara.post("/goals/" + id + "/drop", "reason", "  ", "key", "a");
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("Say why, in a sentence");
    for (int i = 0; i < 2; i++) {
      assertThat(
              mara.post("/goals/" + id + "/drop", "reason", "The market is gone", "key", "a")
                  .statusCode())
          .as("sent twice, the same answer")
          .isEqualTo(302);
    }
    assertThat(states(id)).containsExactly("dropped");
    String drawer = mara.page("/goals/" + id).body();
    assertThat(drawer).contains("The market is gone", "Undo my last change");
    assertThat(visitors.as(HENRIK).page("/goals/" + id).body())
        .as("only who did it takes it back")
        .doesNotContain("/undo/");
    mara.post("/undo/" + undo(drawer));
    assertThat(state(id)).isEqualTo("active");
    assertThat(states(id)).as("nothing is forgotten").containsExactly("dropped", "active");
    assertThat(mara.post("/undo/" + undo(drawer)).statusCode()).isEqualTo(409);
  }

  @Test
  void afterADayNothingIsTakenBack() {
    UUID id = objective("active");
    Visitor mara = visitors.as(MARA);
    mara.page("/goals/" + id + "/drop");
    mara.post("/goals/" + id + "/drop", "reason", "The market is gone");
    String drawer = mara.page("/goals/" + id).body();
    clock.set(LocalDate.parse("2026-05-18"));
    Visitor later = visitors.as(MARA);
    assertThat(later.page("/goals/" + id).body()).doesNotContain("/undo/");
    assertThat(later.post("/undo/" + undo(drawer)).statusCode()).isEqualTo(409);
    assertThat(state(id)).isEqualTo("dropped");
  }

  @Test
  void anEditOfWhatIsPublishedIsTakenBackUnlessSomebodyBuiltOnIt() {
    UUID id = objective("active");
    var program = api.as(MARA);
    var stored = program.json("GET", "/api/v1/objectives/" + id, null);
    String reworded = stored.body().replace("Customers stay", "Customers leave later");
    String etag = stored.headers().firstValue("ETag").orElseThrow();
    assertThat(
            program
                .json("PUT", "/api/v1/objectives/" + id, writable(reworded), "If-Match", etag)
                .statusCode())
        .isEqualTo(200);
    Visitor mara = visitors.as(MARA);
    String drawer = mara.page("/goals/" + id).body();
    assertThat(drawer).contains("Customers leave later");
    mara.post("/undo/" + undo(drawer));
    var back = program.json("GET", "/api/v1/objectives/" + id, null);
    assertThat(back.body()).contains("Customers stay");
    assertThat(json.readTree(back.body()).path("keyResults"))
        .isEqualTo(json.readTree(stored.body()).path("keyResults"));
    etag = back.headers().firstValue("ETag").orElseThrow();
    program.json("PUT", "/api/v1/objectives/" + id, writable(reworded), "If-Match", etag);
    String before = mara.page("/goals/" + id).body();
    program.json("POST", "/api/v1/objectives/" + id + "/drop", "{\"reason\": \"Gone\"}");
    assertThat(mara.post("/undo/" + undo(before)).statusCode()).isEqualTo(409);
    assertThat(state(id)).isEqualTo("dropped");
  }

  @Test
  void anotherPersonsObjectiveIsNotThere() {
    UUID id = objective("draft");
    for (var other : List.of(JONAS, RUBEN)) {
      Visitor visitor = visitors.as(other);
      visitor.page("/goals");
      for (String step : List.of("proposal", "withdrawal", "activation", "closure", "drop")) {
        assertThat(visitor.post("/goals/" + id + "/" + step, "reason", "No").statusCode())
            .as(step)
            .isEqualTo(404);
      }
    }
  }

  /// What the API gives, without what it does not take.
  private String writable(String document) {
    var all = (tools.jackson.databind.node.ObjectNode) json.readTree(document);
    all.remove(List.of("id", "version", "state", "carriedFrom", "createdAt"));
    return json.writeValueAsString(all);
  }

  private UUID objective(String state) {
    UUID id = goals.objective(MARA, "Customers stay", "Q2 2026", state, "public");
    goals.keyResult(id, "Yearly churn", 6, 4);
    goals.keyResult(id, "Renewals", 60, 80);
    return id;
  }

  private void stepped(Visitor visitor, UUID id, String step, String state) {
    visitor.page("/goals/" + id);
    assertThat(visitor.post("/goals/" + id + "/" + step).statusCode()).isEqualTo(302);
    assertThat(state(id)).isEqualTo(state);
  }

  private static String undo(String page) {
    Matcher found = UNDO.matcher(page);
    assertThat(found.find()).as("an undo in " + page).isTrue();
    return found.group(1);
  }

  private void set(UUID id, String state) {
    database.sql("update objective set state = ? where id = ?").params(state, id).update();
  }

  private String state(UUID id) {
    return database
        .sql("select state from objective where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private List<String> states(UUID id) {
    return database
        .sql("select state from objective_state where objective = ? order by at, id")
        .param(id)
        .query((row, number) -> row.getString("state"))
        .list();
  }
}
