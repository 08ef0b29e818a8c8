package io.fairlead.app.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkEdit;
import io.fairlead.methods.framework.FrameworkSchema;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class FrameworkPagesTest {
  private static final String STANDARD = DefaultFramework.text();
  private static final String SLOWER =
      FrameworkEdit.set(STANDARD, "cadence.check-ins.rhythm", "every-two-weeks");

  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired Frameworks frameworks;

  @BeforeEach
  @AfterEach
  void asNew() {
    company.reset();
    frameworks.forget();
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  private static String body(Object... namesAndValues) {
    Map<String, Object> body = new java.util.LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return JsonMapper.shared().writeValueAsString(body);
  }

  private Visitor elif() {
    Visitor elif = visitors.as(Person.ELIF);
    assertThat(elif.page("/studio/framework").statusCode()).isEqualTo(200);
    return elif;
  }

  @Test
  void anEditorFetchesTheSchemaWithoutSigningIn() {
    HttpResponse<String> schema = visitors.stranger().page("/schemas/framework.json");
    assertThat(schema.statusCode()).isEqualTo(200);
    assertThat(schema.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/schema+json");
    assertThat(schema.body()).isEqualTo(FrameworkSchema.json());
  }

  @Test
  void withoutADirectionThePageSaysSoAndOffersToWriteOne() {
    assertThat(elif().page("/studio/framework").body()).doesNotContain("Nobody has written down");
    frameworks
        .apply(
            new Viewer(
                Person.ELIF.id(),
                "Elif Arslan",
                Set.of(Role.PEOPLE_OPS),
                Set.of(),
                Set.of(),
                TestClock.TODAY),
            new FrameworkInput("organisation: {name: Northwind}\n", "We begin small.", 0, null))
        .orThrow();
    assertThat(elif().page("/studio/framework").body())
        .contains("Nobody has written down yet where we are going.", "Write it down");
    assertThat(visitors.as(Person.MARA).page("/studio/framework").body())
        .contains("Nobody has written down yet where we are going.")
        .doesNotContain("Write it down");
  }

  @Test
  void everyoneReadsTheRulesAndOnlyPeopleOperationsIsOfferedToChangeThem() {
    String mara = visitors.as(Person.MARA).page("/studio/framework").body();
    String elif = visitors.as(Person.ELIF).page("/studio/framework").body();

    assertThat(mara)
        .contains("Nobody has changed it yet", "Q2 2026", "Candour", "Seen by everyone");
    assertThat(mara).doesNotContain("/studio/framework/edit");
    assertThat(elif).contains("/studio/framework/edit");
    assertThat(visitors.as(Person.MARA).page("/studio/framework/edit").statusCode()).isEqualTo(403);
  }

  @Test
  void aFieldIsWrittenIntoTheTextAndCommentsStay() {
    HttpResponse<String> page =
        elif()
            .post(
                "/studio/framework/settings",
                "version",
                "0",
                "document",
                STANDARD.replace("\n", "\r\n"),
                "organisation.name",
                "Brightwell",
                "goals.limits.objectives-per-owner",
                "2",
                "goals.individual-goals",
                "true");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("name: Brightwell", "objectives-per-owner: 2")
        .contains("# Fewer than you would like");
  }

  @Test
  void aFieldThatSomebodyTouchedCountsOnEveryWayOnAndAnUntouchedOneNeverUndoesTheText() {
    HttpResponse<String> page =
        elif()
            .post(
                "/studio/framework/comparison",
                "version",
                "0",
                "document",
                FrameworkEdit.set(STANDARD, "organisation.name", "Brightwell"),
                "organisation.name",
                "Our organisation",
                "was.organisation.name",
                "Our organisation",
                "cadence.check-ins.day",
                "monday",
                "was.cadence.check-ins.day",
                "friday");

    assertThat(page.body())
        .contains("The organisation is called Brightwell instead of Our organisation.")
        .contains("check in on Monday instead of Friday.");
  }

  @Test
  void aTextOfSeveralLinesKeepsItsLines() {
    String several =
        FrameworkEdit.set(STANDARD, "direction.mission", "First line.\nSecond line.\n");
    HttpResponse<String> page =
        elif()
            .post(
                "/studio/framework/check",
                "version",
                "0",
                "document",
                several,
                "direction.mission",
                "First line.\r\nThe second.",
                "was.direction.mission",
                "First line.\r\nSecond line.\r\n");

    assertThat(page.body()).containsPattern("mission: \\|[^\n]*\n *First line\\.\n *The second\\.");
  }

  @Test
  void aMistakeStandsAboveTheTextWithItsLineAndNothingTypedIsLost() {
    HttpResponse<String> page =
        elif()
            .post(
                "/studio/framework/comparison",
                "version",
                "0",
                "document",
                "organisation:\n  nmae: Brightwell # ours\n");

    assertThat(page.body())
        .contains("line 2, column 3", "did you mean 'name'?")
        .contains("nmae: Brightwell # ours");
  }

  @Test
  void whatChangesIsShownInWordsAndLinesAndThenPutInForce() {
    Visitor elif = elif();
    String comparison =
        elif.post("/studio/framework/comparison", "version", "0", "document", SLOWER).body();
    assertThat(comparison)
        .contains("check in every two weeks instead of every week.")
        .contains("rhythm: every-two-weeks # weekly, every-two-weeks or monthly");

    HttpResponse<String> applied =
        elif.post(
            "/studio/framework/versions",
            "version",
            "0",
            "key",
            UUID.randomUUID().toString(),
            "document",
            SLOWER,
            "reason",
            "Fridays were too full.");
    assertThat(applied.statusCode()).isBetween(302, 303);

    assertThat(elif.page("/studio/framework").body())
        .contains("Version 1, in force since today, by Elif Arslan", "Fridays were too full.");
    assertThat(elif.page("/studio/framework/versions").body()).contains("Fridays were too full.");
    assertThat(elif.page("/studio/framework/versions/0").body()).contains("Start a change");
    assertThat(elif.page("/studio/framework/versions/7").statusCode()).isEqualTo(404);
  }

  @Test
  void withoutAReasonNothingHappensAndTheFieldSaysSo() {
    HttpResponse<String> page =
        elif()
            .post(
                "/studio/framework/versions",
                "version",
                "0",
                "key",
                UUID.randomUUID().toString(),
                "document",
                SLOWER,
                "reason",
                " ");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("This is needed.");
    assertThat(frameworks.history()).isEmpty();
  }

  @Test
  void whoeverIsLateSeesWhatTheirsWouldChangeNow() {
    Visitor elif = elif();
    put(elif, SLOWER, "\"0\"");
    HttpResponse<String> page =
        elif.post(
            "/studio/framework/versions",
            "version",
            "0",
            "key",
            UUID.randomUUID().toString(),
            "document",
            FrameworkEdit.set(STANDARD, "organisation.name", "Brightwell"),
            "reason",
            "The name was missing.");
    assertThat(page.statusCode()).isEqualTo(412);
    assertThat(page.body())
        .contains("Somebody put version 1 in force")
        .contains("check in every week instead of every two weeks.");
  }

  private static HttpResponse<String> put(Visitor visitor, String document, String match) {
    return visitor.json(
        "PUT",
        "/api/v1/framework",
        body("document", document, "reason", "Agreed in May."),
        "If-Match",
        match);
  }

  @Test
  void theApiReadsPlansAndAppliesWithETags() {
    Visitor elif = elif();
    HttpResponse<String> now = elif.json("GET", "/api/v1/framework", null);
    assertThat(now.headers().firstValue("ETag")).hasValue("\"0\"");
    assertThat(json(now).path("document").stringValue()).isEqualTo(STANDARD);

    JsonNode plan = json(elif.json("POST", "/api/v1/framework/plan", body("document", SLOWER)));
    assertThat(plan.path("effects").path(0).path("path").stringValue())
        .isEqualTo("cadence.check-ins.rhythm");
    assertThat(plan.path("refusals").size()).isZero();

    HttpResponse<String> applied = put(elif, SLOWER, "\"0\"");
    assertThat(applied.statusCode()).isEqualTo(200);
    assertThat(applied.headers().firstValue("ETag")).hasValue("\"1\"");
    assertThat(
            json(applied)
                .path("values")
                .path("cadence")
                .path("check-ins")
                .path("rhythm")
                .stringValue())
        .isEqualTo("every-two-weeks");

    assertThat(put(elif, STANDARD, "\"0\"").statusCode()).isEqualTo(412);
    assertThat(json(elif.json("GET", "/api/v1/framework/versions", null)).size()).isEqualTo(1);
    assertThat(
            json(elif.json("GET", "/api/v1/framework?at=2026-01-01T00:00:00Z", null))
                .path("number")
                .intValue())
        .isZero();
  }

  @Test
  void theApiSaysEveryMistakeAndNeedsTheVersion() {
    Visitor elif = elif();
    HttpResponse<String> bad = put(elif, "gaols: {}\ncadance: {}\n", "\"0\"");
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(json(bad).path("reasons").size()).isEqualTo(3);
    HttpResponse<String> blind =
        elif.json("PUT", "/api/v1/framework", body("document", SLOWER, "reason", "x"));
    assertThat(blind.statusCode()).isEqualTo(422);
    assertThat(json(blind).path("code").stringValue()).isEqualTo("framework.version-missing");
  }

  @Test
  void othersReadByApiButDoNotChange() {
    Visitor mara = visitors.as(Person.MARA);
    mara.page("/studio/framework");
    assertThat(mara.json("GET", "/api/v1/framework", null).statusCode()).isEqualTo(200);
    assertThat(put(mara, SLOWER, "\"0\"").statusCode()).isEqualTo(403);
    assertThat(mara.json("POST", "/api/v1/framework/plan", body("document", SLOWER)).statusCode())
        .isEqualTo(403);
    assertThat(mara.json("GET", "/api/v1/framework/schema", null, "Accept", "*/*").body())
        .isEqualTo(FrameworkSchema.json());
  }
}
