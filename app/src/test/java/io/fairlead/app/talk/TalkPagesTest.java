package io.fairlead.app.talk;

import static io.fairlead.app.testing.Person.DEV;
import static io.fairlead.app.testing.Person.ELIF;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.goals.GoalRules;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Statements;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class TalkPagesTest {
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired Policy policy;
  @Autowired Statements statements;
  @Autowired JdbcClient database;
  @Autowired JsonMapper json;

  private UUID open;
  private UUID ofTeam;

  @BeforeEach
  void asNew() {
    company.reset();
    open = goals.objective(MARA, "Customers stay");
    ofTeam = goals.objective(MARA, "Shorter queues", "Q2 2026", "active", "team");
  }

  private Visitor at(Person person, String path) {
    Visitor visitor = visitors.as(person);
    visitor.page(path);
    return visitor;
  }

  private String talk(UUID objective) {
    return "/goals/" + objective + "/talk";
  }

  private HttpResponse<String> say(Person person, UUID objective, String text) {
    return at(person, talk(objective)).post(talk(objective), "text", text);
  }

  private UUID newest() {
    return database
        .sql("select id from comment order by at desc, id desc limit 1")
        .query(UUID.class)
        .single();
  }

  @Test
  void aCommentFromTheDrawerStandsInTheDrawer() {
    Visitor jonas = at(JONAS, "/goals/" + open);
    HttpResponse<String> said =
        jonas.post(
            talk(open),
            "text",
            "Can we look at <b>three</b> of them?\nhttps://a.example/x",
            "from",
            "drawer");
    assertThat(said.headers().firstValue("Location").orElse(""))
        .endsWith("/goals/" + open + "#c-" + newest());
    Document drawer = Jsoup.parse(visitors.as(DEV).page("/goals/" + open).body());
    assertThat(drawer.select("#drawer .said .words").text())
        .contains("Can we look at <b>three</b> of them?");
    assertThat(drawer.select("#drawer .said .words b")).isEmpty();
    assertThat(drawer.select("#drawer .said .words a").attr("href"))
        .isEqualTo("https://a.example/x");
    assertThat(drawer.select("#drawer .said .words a").attr("rel")).contains("noopener");
  }

  @Test
  void whatIsRefusedComesBackAsItWasWrittenWithWhy() {
    HttpResponse<String> refused = say(JONAS, ofTeam, "Ask @Ruben Castel <script>");
    assertThat(refused.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(refused.body());
    assertThat(page.select("textarea[name=text]").val()).isEqualTo("Ask @Ruben Castel <script>");
    assertThat(page.select(".field.wrong").text())
        .contains("Ruben Castel cannot read this objective and is not told of it.");
    String long_ = "y".repeat(4_100);
    assertThat(Jsoup.parse(say(JONAS, ofTeam, long_).body()).select("textarea[name=text]").val())
        .isEqualTo(long_);
  }

  @Test
  void aNameOfSeveralIsAskedAboutAndTheAnswerTaken() {
    database
        .sql("update identity set name = 'Dev Mori' where person = ?")
        .param(Person.AIKO.id())
        .update();
    HttpResponse<String> asked = say(JONAS, open, "Is it you, @Dev?");
    assertThat(asked.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(asked.body());
    assertThat(page.select("fieldset legend").text()).contains("Whom does @Dev mean?");
    String choice = page.select("input[name=means-0]").eachAttr("value").getLast();
    assertThat(choice).startsWith("Dev=");
    HttpResponse<String> said =
        at(JONAS, talk(open)).post(talk(open), "text", "Is it you, @Dev?", "means-0", choice);
    assertThat(said.statusCode()).isEqualTo(302);
    assertThat(visitors.as(DEV).page(talk(open)).body()).contains("@Dev Patel");
  }

  @Test
  void whatIsNotThereAndWhatIsNotYoursAreOneAnswer() {
    say(JONAS, ofTeam, "Who opens the second counter?");
    Visitor ruben = visitors.as(RUBEN);
    for (String path :
        List.of(talk(ofTeam), "/comments/" + newest(), "/goals/" + ofTeam + "/activity")) {
      HttpResponse<String> hidden = ruben.page(path);
      HttpResponse<String> absent =
          ruben.page(
              path.replace(ofTeam.toString(), UUID.randomUUID().toString())
                  .replace(newest().toString(), UUID.randomUUID().toString()));
      assertThat(hidden.statusCode()).isEqualTo(404);
      assertThat(absent.statusCode()).isEqualTo(404);
      assertThat(Jsoup.parse(hidden.body()).select("main").text())
          .isEqualTo(Jsoup.parse(absent.body()).select("main").text());
    }
    assertThat(
            database
                .sql(
                    "select count(*) from audit_entry where act = 'objective.read-denied' and actor = ?")
                .param(RUBEN.id())
                .query(Integer.class)
                .single())
        .as("asked for and refused, on the record")
        .isPositive();
  }

  @Test
  void aFragmentIsTheStageAlone() {
    String part = visitors.as(DEV).page(talk(open), "HX-Request", "true").body();
    assertThat(part).contains("id=\"stage\"").doesNotContain("<html");
  }

  @Test
  void theSentenceAboveTheBoxIsThatOfTheObjectiveWhoseReadersReadIt() {
    for (UUID objective : List.of(open, ofTeam)) {
      String asked =
          Jsoup.parse(visitors.as(JONAS).page("/goals/" + objective).body())
              .select("#drawer > .drawer-inner > .seen")
              .text();
      Document page = Jsoup.parse(visitors.as(JONAS).page(talk(objective)).body());
      assertThat(asked).startsWith("Seen by");
      assertThat(page.select("#say .seen").text()).isEqualTo(asked);
      assertThat(page.select("#say .seen").get(0).elementSiblingIndex())
          .as("it stands before the box")
          .isLessThan(page.select("#say textarea").get(0).elementSiblingIndex());
    }
    assertThat(readers("comment", "text")).isEqualTo(readers(GoalRules.RECORD, GoalRules.GOAL));
    assertThat(readers("goal-link", "link")).isEqualTo(readers(GoalRules.RECORD, GoalRules.GOAL));
  }

  private List<String> readers(String record, String fields) {
    return policy.matching(record, "read", fields).stream()
        .map(PolicyRow::relation)
        .map(relation -> relation.code())
        .toList();
  }

  @Test
  void editingWithdrawingAndUndoingByPage() {
    say(JONAS, open, "First wording, @Dev");
    UUID id = newest();
    Visitor jonas = at(JONAS, talk(open));
    String form = jonas.page("/comments/" + id + "/edit").body();
    assertThat(Jsoup.parse(form).select("textarea").val()).isEqualTo("First wording, @Dev Patel");
    assertThat(
            jonas.post("/comments/" + id + "/edit", "version", "1", "text", "Second").statusCode())
        .isEqualTo(302);
    HttpResponse<String> stale =
        jonas.post("/comments/" + id + "/edit", "version", "1", "text", "Third try");
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(Jsoup.parse(stale.body()).select("textarea").val()).isEqualTo("Third try");
    Visitor dev = visitors.as(DEV);
    assertThat(dev.page(talk(open)).body()).contains("edited today, ").contains("Second");
    assertThat(dev.page("/comments/" + id + "/wordings").body())
        .contains("First wording, ", "@Dev Patel", "Second");
    HttpResponse<String> withdrawn = jonas.post("/comments/" + id + "/withdrawal", "key", "k");
    assertThat(withdrawn.statusCode()).isEqualTo(302);
    assertThat(dev.page(talk(open)).body())
        .contains("Withdrawn by its author.")
        .doesNotContain("Second");
    assertThat(dev.page("/comments/" + id + "/wordings").body()).doesNotContain("First wording");
    String toast = Jsoup.parse(jonas.page(talk(open)).body()).select("#toasts form").attr("action");
    assertThat(toast).startsWith("/undo/");
    jonas.post(toast);
    assertThat(dev.page(talk(open)).body()).contains("Second");
  }

  @Test
  void peopleOperationsHideByPage() {
    say(JONAS, open, "An insult");
    String hiding = "/comments/" + newest() + "/hiding";
    Visitor elif = at(ELIF, hiding);
    assertThat(elif.post(hiding, "reason", "").body()).contains("Say why, in a sentence.");
    assertThat(elif.post(hiding, "reason", "It insults a colleague.").statusCode()).isEqualTo(302);
    assertThat(visitors.as(DEV).page(talk(open)).body())
        .contains("Hidden by people operations: It insults a colleague.")
        .doesNotContain("An insult");
    assertThat(visitors.as(DEV).page(hiding).statusCode()).isEqualTo(403);
  }

  @Test
  void reactionsAreWordsAndAPressedOneIsTakenBack() {
    say(JONAS, open, "Done");
    String react = "/comments/" + newest() + "/reactions";
    Visitor dev = at(DEV, talk(open));
    dev.post(react, "give", "well-done");
    Document page = Jsoup.parse(dev.page(talk(open)).body());
    assertThat(page.select(".reactions button[aria-pressed=true]").attr("aria-label"))
        .isEqualTo("Well done, 1: Dev Patel");
    dev.post(react, "take", "well-done");
    assertThat(Jsoup.parse(dev.page(talk(open)).body()).select(".reactions button[aria-pressed]"))
        .isEmpty();
  }

  @Test
  void followingAndLinksByPage() {
    Visitor dev = at(DEV, talk(open));
    dev.post("/goals/" + open + "/follow", "follows", "true");
    assertThat(dev.page(talk(open)).body())
        .contains("You and one other follow this.", "Stop following");
    HttpResponse<String> refused =
        dev.post("/goals/" + open + "/links", "title", "Plan", "address", "javascript:alert(1)");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("input[name=address]").val())
        .isEqualTo("javascript:alert(1)");
    dev.post("/goals/" + open + "/links", "title", "Plan", "address", "https://plans.example/q2");
    Document page = Jsoup.parse(visitors.as(RUBEN).page("/goals/" + open).body());
    assertThat(page.select("#links li").text()).isEqualTo("Plan plans.example");
    assertThat(page.select("#links li a").attr("rel")).contains("noopener");
  }

  @Test
  void aCheckInIsTalkedAboutOnAPageOfItsOwn() {
    UUID keyResult = goals.keyResult(open, "Yearly churn", 6, 4);
    UUID checkIn = UUID.randomUUID();
    database
        .sql(
            "insert into check_in (id, key_result, value, note, by_person, at, day) values (?, ?, 5.5, 'Three renewed.', ?, now(), current_date)")
        .params(checkIn, keyResult, MARA.id())
        .update();
    String path = "/goals/" + open + "/check-ins/" + checkIn;
    assertThat(visitors.as(DEV).page("/goals/" + open).body()).contains(path);
    Visitor dev = at(DEV, path);
    dev.post(path, "text", "Which three?");
    dev.post(path + "/reactions", "give", "thanks");
    assertThat(visitors.as(RUBEN).page(path).body())
        .contains("Yearly churn: 5.5 %", "Three renewed.", "Which three?", "Thanks, 1: Dev Patel");
    assertThat(visitors.as(RUBEN).page(talk(open)).body()).doesNotContain("Which three?");
    assertThat(visitors.as(DEV).page("/goals/" + ofTeam + "/check-ins/" + checkIn).statusCode())
        .as("of another objective")
        .isEqualTo(404);
  }

  @Test
  void theApiDoesAllThatThePageDoes() {
    var jonas = api.as(JONAS);
    String path = "/api/v1/objectives/" + open;
    String body = "{\"text\": \"Ask @Dev Patel\"}";
    HttpResponse<String> said =
        jonas.json("POST", path + "/comments", body, "Idempotency-Key", "k");
    assertThat(said.statusCode()).isEqualTo(201);
    assertThat(jonas.json("POST", path + "/comments", body, "Idempotency-Key", "k").statusCode())
        .isEqualTo(201);
    JsonNode list = json.readTree(jonas.json("GET", path + "/comments", null).body());
    assertThat(list.path("comments").size()).isEqualTo(1);
    assertThat(list.at("/comments/0/text").asString()).isEqualTo("Ask @Dev Patel");
    assertThat(list.at("/comments/0/mentions").propertyNames())
        .containsExactly(DEV.id().toString());
    String one = said.headers().firstValue("Location").orElseThrow();
    assertThat(jonas.json("PATCH", one, "{\"text\": \"Better\"}").statusCode()).isEqualTo(422);
    assertThat(jonas.json("PATCH", one, "{\"text\": \"Better\"}", "If-Match", "\"1\"").statusCode())
        .isEqualTo(200);
    assertThat(jonas.json("PATCH", one, "{\"text\": \"Late\"}", "If-Match", "\"1\"").statusCode())
        .isEqualTo(412);
    assertThat(
            json.readTree(jonas.json("GET", one + "/wordings", null).body())
                .path("wordings")
                .size())
        .isEqualTo(2);
    JsonNode reacted = json.readTree(jonas.json("PUT", one + "/reactions/thanks", null).body());
    assertThat(reacted.at("/reactions/0/kind").asString()).isEqualTo("thanks");
    assertThat(
            json.readTree(jonas.json("DELETE", one + "/reactions/thanks", null).body())
                .path("reactions")
                .size())
        .isZero();
    assertThat(
            json.readTree(jonas.json("PUT", path + "/following", null).body())
                .path("follows")
                .asBoolean())
        .isTrue();
    assertThat(
            jonas
                .json(
                    "POST",
                    path + "/links",
                    "{\"title\": \"Plan\", \"address\": \"https://a.example\"}")
                .statusCode())
        .isEqualTo(201);
    JsonNode gone = json.readTree(jonas.json("DELETE", one, null).body());
    assertThat(gone.path("text").isMissingNode()).isTrue();
    assertThat(gone.path("withdrawnAt").isMissingNode()).isFalse();
    assertThat(api.as(JONAS, "goals:read").json("POST", path + "/comments", body).statusCode())
        .isEqualTo(403);
    JsonNode refused =
        json.readTree(
            jonas
                .json(
                    "POST",
                    "/api/v1/objectives/" + ofTeam + "/comments",
                    "{\"text\": \"@Ruben Castel\"}")
                .body());
    assertThat(refused.path("code").asString()).isEqualTo("talk.mention-outsider");
    assertThat(
            api.as(RUBEN)
                .json("GET", "/api/v1/objectives/" + ofTeam + "/comments", null)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void thePageTakesAsManyStatementsHoweverMuchWasSaid() {
    Visitor dev = at(DEV, talk(open));
    assertThat(statements.of(talk(open))).hasSizeBetween(2, 3);
    for (int i = 0; i < 8; i++) {
      say(JONAS, open, "Comment " + i + " for @Dev");
    }
    assertThat(dev.page(talk(open)).body()).contains("Comment 7");
    assertThat(statements.of(talk(open)))
        .as("one and the session; now and then the organisation's settings")
        .hasSizeBetween(2, 3);
  }
}
