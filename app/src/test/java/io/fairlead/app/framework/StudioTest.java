package io.fairlead.app.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.framework.PlannedChange.State;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkEdit;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class StudioTest {
  private static final String STANDARD = DefaultFramework.text();
  private static final String SLOWER =
      FrameworkEdit.set(STANDARD, "cadence.check-ins.rhythm", "every-two-weeks");

  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Frameworks frameworks;
  @Autowired PlannedChanges changes;
  @Autowired JdbcClient database;
  @Autowired StaffStore staff;
  @Autowired TestClock clock;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    clock.reset();
    frameworks.forget();
    staff.forget();
  }

  private Visitor elif() {
    Visitor elif = visitors.as(Person.ELIF);
    assertThat(elif.page("/studio/framework").statusCode()).isEqualTo(200);
    return elif;
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  private static String hidden(HttpResponse<String> page, String name) {
    String from = page.body().split("name=\"" + name + "\" value=\"", 2)[1];
    return from.substring(0, from.indexOf('"'));
  }

  private HttpResponse<String> check(
      Visitor visitor, String draft, String saved, String document, String... more) {
    String[] form = new String[8 + more.length];
    System.arraycopy(
        new String[] {"version", "0", "draft", draft, "saved", saved, "document", document},
        0,
        form,
        0,
        8);
    System.arraycopy(more, 0, form, 8, more.length);
    return visitor.post("/studio/framework/check", form);
  }

  @Test
  void theEditorShowsEveryPlaceOfTheDocumentAndWhatItWouldTake() {
    String page = elif().page("/studio/framework/edit").body();
    assertThat(page)
        .contains(
            "name=\"goals.scoring.too-easy.mean-from\"",
            "name=\"direction.ambitions[0].why\"",
            "name=\"direction.ambitions[2].name\"",
            "name=\"vocabulary.key-result.plural\"",
            "name=\"cadence.cycles.custom[0].starts\"",
            "name=\"waivers[0].reason\"",
            "Minutes a person, by week",
            "minutes a month, as much as today");
  }

  @Test
  void aChangedRhythmSaysHowManyMinutesFewerAndWhatIsOverTheBudget() {
    String slow = check(elif(), UUID.randomUUID().toString(), "0", SLOWER).body();
    assertThat(slow).contains("fewer than today").contains("There is no budget yet");
    String tight =
        check(
                elif(),
                UUID.randomUUID().toString(),
                "0",
                STANDARD,
                "effort.minutes-a-week.member",
                "1",
                "was.effort.minutes-a-week.member",
                "")
            .body();
    assertThat(tight).contains("for more than 1 minutes", "effort:", "over the budget");
  }

  @Test
  void aDraftIsKeptFromTheFirstChangeAndOnlyItsAuthorSeesIt() {
    Visitor elif = elif();
    String draft = hidden(elif.page("/studio/framework/edit"), "draft");
    HttpResponse<String> untouched = check(elif, draft, "0", STANDARD);
    assertThat(hidden(untouched, "saved")).isEqualTo("0");
    HttpResponse<String> first = check(elif, draft, "0", SLOWER);
    assertThat(hidden(first, "saved")).isEqualTo("1");
    assertThat(first.body()).contains("Kept as your draft at");
    assertThat(elif.page("/studio/framework").body()).contains("Your drafts", draft);
    assertThat(elif.page("/studio/framework/drafts/" + draft).body()).contains("every-two-weeks");

    assertThat(visitors.as(Person.MARA).page("/studio/framework/drafts/" + draft).statusCode())
        .isEqualTo(404);
    assertThat(elif.page("/studio/framework/drafts/" + UUID.randomUUID()).statusCode())
        .isEqualTo(404);
    assertThat(frameworks.history()).isEmpty();
  }

  @Test
  void anotherWindowsTextIsNotOverwritten() {
    Visitor elif = elif();
    String draft = UUID.randomUUID().toString();
    check(elif, draft, "0", SLOWER);
    String other = FrameworkEdit.set(SLOWER, "organisation.name", "Elsewhere");
    check(elif, draft, "1", other);

    HttpResponse<String> late =
        check(elif, draft, "1", FrameworkEdit.set(SLOWER, "organisation.name", "Here"));
    assertThat(late.body())
        .contains("You changed this draft in another window", "Keep this one instead");
    assertThat(elif.page("/studio/framework/drafts/" + draft).body()).contains("name: Elsewhere");

    check(elif, draft, "2", FrameworkEdit.set(SLOWER, "organisation.name", "Here"));
    assertThat(elif.page("/studio/framework/drafts/" + draft).body()).contains("name: Here");
  }

  @Test
  void whatIsPutInForceIsNoDraftAnyMoreButWhatAnotherWindowMadeOfItIs() {
    Visitor elif = elif();
    String draft = UUID.randomUUID().toString();
    check(elif, draft, "0", SLOWER);
    String other = FrameworkEdit.set(SLOWER, "organisation.name", "Elsewhere");
    check(elif, draft, "1", other);
    assertThat(putInForce(elif, draft, "0", SLOWER).statusCode()).isIn(302, 303);
    assertThat(elif.page("/studio/framework/drafts/" + draft).body()).contains("name: Elsewhere");
    assertThat(putInForce(elif, draft, "1", other).statusCode()).isIn(302, 303);
    assertThat(elif.page("/studio/framework/drafts/" + draft).statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> putInForce(
      Visitor visitor, String draft, String version, String document) {
    return visitor.post(
        "/studio/framework/versions",
        "version",
        version,
        "key",
        UUID.randomUUID().toString(),
        "draft",
        draft,
        "document",
        document,
        "reason",
        "Agreed.",
        "when",
        "now");
  }

  @Test
  void aDiscardedDraftComesBackByUndo() {
    Visitor elif = elif();
    String draft = UUID.randomUUID().toString();
    check(elif, draft, "0", SLOWER);
    assertThat(elif.post("/studio/framework/drafts/" + draft + "/removal").statusCode())
        .isIn(302, 303);
    String page = elif.page("/studio/framework").body();
    assertThat(page).doesNotContain("Your drafts").contains("The draft is gone.");
    String undo = page.split("action=\"/undo/", 2)[1];
    elif.post("/undo/" + undo.substring(0, undo.indexOf('"')));
    assertThat(elif.page("/studio/framework/drafts/" + draft).body()).contains("every-two-weeks");
  }

  @Test
  void theComparisonSaysHowManyPeopleAreTouched() {
    String page =
        elif().post("/studio/framework/comparison", "version", "0", "document", SLOWER).body();
    assertThat(page)
        .containsPattern(
            "(\\d+|One|Nobody)[^<]* check in every two weeks instead of every week\\.");
    String renamed =
        elif()
            .post(
                "/studio/framework/comparison",
                "version",
                "0",
                "document",
                FrameworkEdit.set(STANDARD, "organisation.name", "Brightwell"))
            .body();
    assertThat(renamed).containsPattern("Touches \\d+ people\\.");
  }

  private HttpResponse<String> planFor(Visitor visitor, String day, String document) {
    return visitor.post(
        "/studio/framework/versions",
        "version",
        "0",
        "key",
        UUID.randomUUID().toString(),
        "document",
        document,
        "reason",
        "From the next quarter.",
        "when",
        "later",
        "from",
        day);
  }

  @Test
  void aPlannedChangeComesIntoForceWhenItsDayBegins() {
    Visitor elif = elif();
    String day = TestClock.TODAY.plusDays(3).toString();
    assertThat(planFor(elif, day, SLOWER).statusCode()).isIn(302, 303);
    assertThat(elif.page("/studio/framework").body())
        .contains("A change comes into force when", "From the next quarter.");
    changes.keepUp();
    assertThat(frameworks.history()).isEmpty();

    clock.advance(Duration.ofDays(3));
    changes.keepUp();
    changes.keepUp();
    assertThat(frameworks.history()).hasSize(1);
    assertThat(frameworks.history().getFirst().author()).isEqualTo(Person.ELIF.id());
    assertThat(frameworks.inForce().document().text()).isEqualTo(SLOWER);
    assertThat(changes.latest().getFirst().state()).isEqualTo(State.APPLIED);
  }

  @Test
  void aPlanIsNotPutInForceOverAChangeThatCameBetween() {
    Visitor elif = elif();
    planFor(elif, TestClock.TODAY.plusDays(1).toString(), SLOWER);
    elif.post(
        "/studio/framework/versions",
        "version",
        "0",
        "key",
        UUID.randomUUID().toString(),
        "document",
        FrameworkEdit.set(STANDARD, "organisation.name", "Brightwell"),
        "reason",
        "At once.",
        "when",
        "now");
    clock.advance(Duration.ofDays(1));
    changes.keepUp();
    assertThat(frameworks.history()).hasSize(1);
    PlannedChange plan = changes.latest().getFirst();
    assertThat(plan.state()).isEqualTo(State.REFUSED);
    assertThat(plan.refusals()).hasSize(1);
    Visitor nextDay = visitors.as(Person.ELIF);
    assertThat(nextDay.page("/studio/framework/versions").body())
        .contains("Was not put in force on", "Start again from it");
    assertThat(nextDay.page("/studio/framework/plans/" + plan.id()).body())
        .contains("every-two-weeks");
    assertThat(nextDay.page("/inbox").body()).contains("was not put in force; its page says why.");
    assertThat(database.sql("select link from notice").query(String.class).single())
        .isEqualTo("/studio/framework/plans/" + plan.id());
  }

  @Test
  void aBadDayASecondPlanAndAWithdrawalAreSaid() {
    Visitor elif = elif();
    assertThat(planFor(elif, TestClock.TODAY.toString(), SLOWER).body())
        .contains("Choose a day after today.");
    assertThat(planFor(elif, "soon", SLOWER).body()).contains("Choose the day");
    assertThat(planFor(elif, TestClock.TODAY.plusYears(2).toString(), SLOWER).body())
        .contains("Choose a day within 366 days.");
    String day = TestClock.TODAY.plusDays(9).toString();
    planFor(elif, day, SLOWER);
    assertThat(planFor(elif, day, SLOWER).body()).contains("Another change is planned already.");
    UUID plan = changes.waiting().orElseThrow().id();
    assertThat(elif.post("/studio/framework/plans/" + plan + "/withdrawal").statusCode())
        .isIn(302, 303);
    assertThat(elif.post("/studio/framework/plans/" + plan + "/withdrawal").statusCode())
        .isEqualTo(409);
    assertThat(changes.waiting()).isEmpty();
    clock.advance(Duration.ofDays(9));
    changes.keepUp();
    assertThat(frameworks.history()).isEmpty();
  }

  @Test
  void aDocumentGoesOutAsAFileAndTheApiRehearsesAndPlans() {
    HttpResponse<String> file =
        visitors.as(Person.MARA).page("/studio/framework/versions/0/framework.yaml");
    assertThat(file.body()).isEqualTo(STANDARD);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("framework-0.yaml");

    Visitor elif = elif();
    String body = JsonMapper.shared().writeValueAsString(Map.of("document", SLOWER, "weeks", 4));
    JsonNode rehearsed = json(elif.json("POST", "/api/v1/framework/rehearsal", body));
    assertThat(rehearsed.get("people").asInt()).isPositive();
    assertThat(rehearsed.get("roles").get(0).get("weeks").size()).isEqualTo(4);
    assertThat(rehearsed.get("roles").get(0).get("minutesAMonth").asDouble())
        .isLessThan(rehearsed.get("roles").get(0).get("minutesAMonthNow").asDouble());
    assertThat(rehearsed.get("coverage")).isEmpty();
  }

  @Test
  void aRoundOfFeedbackIsRehearsedWithWhatRevieweesWouldSee() {
    Visitor elif = elif();
    String document =
        STANDARD + "feedback: {rounds: [{name: Yearly 360, instrument: manager, peers: 5}]}\n";
    String page = check(elif, UUID.randomUUID().toString(), "0", document, "weeks", "52").body();
    assertThat(page)
        .contains("What reviewees would see", "Yearly 360, peers: 53", "Add a round", "answering");

    String body = JsonMapper.shared().writeValueAsString(Map.of("document", document));
    JsonNode peers =
        json(elif.json("POST", "/api/v1/framework/rehearsal", body))
            .get("coverage")
            .get(0)
            .get("groups")
            .get(0);
    assertThat(peers.get("group").asString()).isEqualTo("peer");
    assertThat(peers.get("expected").asDouble()).isBetween(0.52, 0.53);
  }
}
