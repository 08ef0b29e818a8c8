package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.disclosure.CustodianSecret;
import io.fairlead.app.framework.FrameworkInput;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.DefaultFramework;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the framework says of rounds is what a new one begins with.
@AppTest
class RoundPlansTest {
  private static final String FEEDBACK =
      """
      feedback:
        rounds:
          - {name: Leading & led, instrument: manager, reviewees: leaders, month: june, peers: 4, cross-functional: 2, external: 1, reports: 7, self: false, lesson: receiving, owner: The people team}
          - {name: Yearly 360, instrument: individual-contributor, month: november, answering: 10}
        thresholds: {numeric: 6, comments: 7}
        colluders: 2
        audience: reviewee-and-manager
        steward: Ines Okafor
        concerns: The ombudsperson, ombud@example.org
        budget: 40
        opens: {debrief: false, after: 3}
        without: [spread, hints]
        escrow: {days: 30}
      """;

  @Autowired Frameworks frameworks;
  @Autowired Company company;
  @Autowired Visitors visitors;
  @Autowired ApiClient api;
  @Autowired JsonMapper json;
  @Autowired RoundPlans plans;

  private final Viewer elif =
      new Viewer(
          Person.ELIF.id(),
          Person.ELIF.fullName(),
          Set.of(Role.PEOPLE_OPS),
          Set.of(),
          Set.of(),
          TestClock.TODAY);

  @BeforeEach
  void withRounds() {
    company.reset();
    frameworks.forget();
    frameworks
        .apply(elif, new FrameworkInput(DefaultFramework.text() + FEEDBACK, "Because", 0, null))
        .orThrow();
  }

  @AfterEach
  void asNew() {
    company.reset();
    frameworks.forget();
  }

  @Test
  void theFormOffersPlannedRoundsAndBeginsWithTheirValues() {
    var visitor = visitors.as(Person.ELIF);
    assertThat(visitor.page("/feedback/rounds/new").body())
        .contains(
            "/feedback/rounds/new?from=Leading+%26+led", "Begin from what the framework plans");
    assertThat(visitor.page("/feedback/rounds/new?from=Leading+%26+led").body())
        .contains("Leading &amp; led", "value=\"leaders\" selected")
        .contains("value=\"spread\" checked")
        .doesNotContain("value=\"gaps\" checked");
    Map<String, String> values = plans.values(elif, "Leading & led");
    assertThat(values)
        .containsEntry("instrument", "manager")
        .containsEntry("purpose", "development")
        .containsEntry("peers", "6")
        .containsEntry("reports", "7")
        .containsEntry("lesson", "receiving")
        .containsEntry("numeric", "6")
        .containsEntry("colluders", "2")
        .containsEntry("audience", "reviewee-and-manager")
        .containsEntry("reportsAtDebrief", "no")
        .containsEntry("reportsAfter", "3")
        .containsEntry("nominateBy", "2026-06-05")
        .containsEntry("opens", "2026-06-08");
    assertThat(values)
        .containsEntry("reviewees", "leaders")
        .containsEntry("self", "no")
        .containsEntry("manager", "yes")
        .containsEntry("others", "1")
        .containsEntry("steward", Person.INES.fullName())
        .containsEntry("concerns", "The ombudsperson, ombud@example.org")
        .containsEntry("owner", Person.ELIF.fullName());
  }

  @Test
  void whatIsPlannedForAnotherSeasonBeginsNow() {
    Map<String, String> values = plans.values(elif, "Yearly 360");
    assertThat(values.get("nominateBy"))
        .as("five working days from Wednesday 13 May on")
        .isEqualTo("2026-05-19");
    assertThat(values).containsEntry("opens", "2026-05-20").containsEntry("closes", "2026-06-02");
    assertThat(values).containsEntry("reviewees", "everyone").containsEntry("self", "yes");
  }

  @Test
  void whatARoundDoesNotSayIsWhatTheFrameworkSays() {
    JsonNode round =
        json.readTree(
            api.as(Person.ELIF, "feedback:read", "feedback:write")
                .json(
                    "POST",
                    "/api/v1/feedback/rounds",
                    json.writeValueAsString(Map.of("name", "Short", "instrument", "manager")))
                .body());
    assertThat(round.path("numeric").asInt()).isEqualTo(6);
    assertThat(round.path("comments").asInt()).isEqualTo(7);
    assertThat(round.path("colluders").asInt()).isEqualTo(2);
    assertThat(round.path("concerns").asString()).isEqualTo("The ombudsperson, ombud@example.org");
    assertThat(round.path("audience").asString()).isEqualTo("reviewee-and-manager");
    assertThat(round.path("budget").asInt()).isEqualTo(40);
    assertThat(round.path("reportsAtDebrief").asBoolean(true)).isFalse();
    assertThat(round.path("reportsAfter").asInt()).isEqualTo(3);
    assertThat(round.path("without").valueStream().map(JsonNode::asString))
        .containsExactly("hints", "spread");
  }

  @Test
  void anEscrowLastsAsLongAsTheFrameworkSaysWhereTheRoundSaysNothing() {
    assertThat(plans.values(elif, null)).containsEntry("escrow.days", "30");
    JsonNode round = json.readTree(define(escrow()).body());
    assertThat(round.at("/escrow/days").asInt()).isEqualTo(30);
  }

  @Test
  void noRoundHasAnEscrowWhereTheFrameworkRulesItOut() {
    JsonNode draft = json.readTree(define(escrow()).body());
    apply("escrow: {rounds: none}");
    HttpResponse<String> refused = define(escrow());
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("feedback.escrow-nowhere");
    assertThat(launch(draft)).as("from before the framework").contains("feedback.escrow-nowhere");
    var visitor = visitors.as(Person.ELIF);
    assertThat(visitor.page("/feedback/rounds/new?from=Yearly+360").body())
        .doesNotContain("First custodian");
    assertThat(visitor.page("/feedback/rounds/" + draft.get("id").asString() + "/edit").body())
        .as("so that it can be taken out")
        .contains("First custodian");
    assertThat(visitor.page("/studio/framework").body()).contains("No round has an escrow");
    assertThat(launch(json.readTree(define(Map.of()).body()))).contains("\"state\":\"nominating\"");
  }

  @Test
  void noRoundIsLaunchedWithoutAnEscrowWhereTheFrameworkRequiresOne() {
    apply("escrow: {rounds: required}");
    JsonNode draft = json.readTree(define(Map.of()).body());
    assertThat(launch(draft)).contains("feedback.escrow-everywhere");
    assertThat(visitors.as(Person.ELIF).page("/feedback/rounds/new?from=Yearly+360").body())
        .contains("none is launched without");
    assertThat(launch(json.readTree(define(escrow()).body()))).contains("\"state\":\"nominating\"");
  }

  private void apply(String escrow) {
    frameworks
        .apply(
            elif,
            new FrameworkInput(
                DefaultFramework.text() + FEEDBACK.replace("escrow: {days: 30}", escrow),
                "Because",
                frameworks.inForce().number(),
                null))
        .orThrow();
  }

  private static Map<String, Object> escrow() {
    return Map.of(
        "escrow",
        Map.of(
            "first", Person.SOFIA.id(),
            "firstKey", CustodianSecret.make().publicKey().text(),
            "second", Person.LIAM.id(),
            "secondKey", CustodianSecret.make().publicKey().text()));
  }

  private HttpResponse<String> define(Map<String, Object> more) {
    Map<String, Object> terms = new HashMap<>(more);
    terms.put("name", "Short");
    terms.put("instrument", "manager");
    terms.put("people", List.of(Person.MARA.id()));
    return api.as(Person.ELIF, "feedback:read", "feedback:write")
        .json("POST", "/api/v1/feedback/rounds", json.writeValueAsString(terms));
  }

  private String launch(JsonNode round) {
    return api.as(Person.ELIF, "feedback:read", "feedback:write")
        .json(
            "POST",
            "/api/v1/feedback/rounds/" + round.get("id").asString() + "/launch",
            null,
            "If-Match",
            "\"1\"")
        .body();
  }

  @Test
  void aRoundThatIsNotPlannedBeginsWithTheUsualValues() {
    assertThat(plans.values(elif, "Nothing")).isEqualTo(plans.values(elif, null));
  }
}
