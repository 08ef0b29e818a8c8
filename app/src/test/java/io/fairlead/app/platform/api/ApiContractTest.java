package io.fairlead.app.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Contract;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import io.fairlead.methods.goals.GoalColumn;
import io.fairlead.methods.goals.GoalFile;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API against its own description: real answers of the running server, good and refused, fit
/// the OpenAPI document that it serves.
@AppTest
class ApiContractTest {
  @Autowired Visitors visitors;
  @Autowired Goals goals;
  @Autowired Company company;
  @Autowired TestClock clock;
  @Autowired JsonMapper json;

  private Visitor mara;
  private Contract contract;
  private UUID objective;
  private UUID keyResult;

  @BeforeEach
  void aGoalAndItsDescription() {
    company.reset();
    objective = goals.objective(Person.MARA, "Sites report");
    keyResult = goals.keyResult(objective, "First reading", 40, 60);
    mara = visitors.as(Person.MARA);
    mara.page("/");
    contract = new Contract(json, mara.json("GET", "/api/v1/openapi.json", null).body());
  }

  @Test
  void theDescriptionIsOpenApi31AndNamesScopes() {
    JsonNode document = contract.document();
    assertThat(document.get("openapi").asString()).startsWith("3.1");
    assertThat(document.at("/paths/~1api~1v1~1check-ins/post/description").asString())
        .contains("goals:write");
    assertThat(document.get("paths").size()).isGreaterThan(20);
  }

  @Test
  void reading() {
    fits("GET", "/api/v1/people", 200);
    fits("GET", "/api/v1/people/" + Person.JONAS.id(), 200);
    fits("GET", "/api/v1/objectives/" + objective, 200);
    fits("GET", "/api/v1/objectives/" + objective + "/alignments", 200);
    fits("GET", "/api/v1/objectives/" + objective + "/grade", 200);
    fits("GET", "/api/v1/check-ins/waiting", 200);
    fits("GET", "/api/v1/cycles", 200);
    fits("GET", "/api/v1/objectives", 200);
    fits("GET", "/api/v1/objectives/" + objective + "/key-results", 200);
    fits("GET", "/api/v1/objectives/" + objective + "/status", 200);
    fits("GET", "/api/v1/reassignments/waiting", 200);
    fits("GET", "/api/v1/framework", 200);
    fits("GET", "/api/v1/framework/versions", 200);
  }

  @Test
  void theListOfObjectivesIsReadToItsEndPageByPage() {
    goals.objective(Person.MARA, "Another");
    goals.objective(Person.JONAS, "A third");
    List<String> titles = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          json.readTree(
              mara.json(
                      "GET",
                      "/api/v1/objectives?limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
                      null)
                  .body());
      assertThat(page.get("objectives").size()).isEqualTo(1);
      titles.add(page.at("/objectives/0/title").asString());
      cursor = page.path("next").asString("");
    } while (!cursor.isEmpty());
    assertThat(titles).containsExactlyInAnyOrder("Sites report", "Another", "A third");
    fits("GET", "/api/v1/objectives?cursor=nonsense", 422);
    fits("GET", "/api/v1/objectives?state=unheard-of", 422);
  }

  @Test
  void everyCheckInIsReadWithItsNoteAndItsConfidenceOnlyByThoseWhoMay() {
    for (int value = 42; value <= 44; value++) {
      fits(
          "POST",
          "/api/v1/check-ins",
          "{\"checkIns\": [{\"keyResult\": \"%s\", \"value\": %d, \"confidence\": 7, \"note\": \"now %d\", \"noChange\": false}]}"
              .formatted(keyResult, value, value),
          201);
    }
    String path = "/api/v1/objectives/" + objective + "/check-ins";
    fits("GET", path, 200);
    JsonNode first = json.readTree(mara.json("GET", path + "?limit=2", null).body());
    assertThat(first.at("/checkIns/0/note").asString()).isEqualTo("now 44");
    assertThat(first.at("/checkIns/0/confidence").asInt()).isEqualTo(7);
    assertThat(first.at("/checkIns/0/by").asString()).isEqualTo("Mara Lindqvist");
    JsonNode rest =
        json.readTree(
            mara.json("GET", path + "?limit=2&cursor=" + first.get("next").asString(), null)
                .body());
    assertThat(rest.at("/checkIns").size()).isEqualTo(1);
    assertThat(rest.at("/checkIns/0/note").asString()).isEqualTo("now 42");
    assertThat(rest.at("/next").isNull()).isTrue();
    fits("GET", path + "?cursor=" + UUID.randomUUID(), 422);
    fits("GET", path + "?cursor=nonsense", 422);
    // Priscilla has no part in it: she reads the public goal and not how sure its people are.
    JsonNode outside = json.readTree(visitors.as(Person.PRISCILLA).json("GET", path, null).body());
    assertThat(outside.at("/checkIns").size()).isEqualTo(3);
    assertThat(outside.at("/checkIns/0/note").asString()).isEqualTo("now 44");
    assertThat(outside.at("/checkIns/0/confidence").isNull()).isTrue();
  }

  @Test
  void theGoalsFileComesAsTheFileThatScoreReads() {
    HttpResponse<String> file = mara.page("/api/v1/goals/file");
    assertThat(
            contract
                .document()
                .at("/paths/~1api~1v1~1goals~1file/get/responses/200/content")
                .propertyNames())
        .containsExactly("text/csv");
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(GoalFile.parse(file.body()).rows())
        .extracting(row -> row.text(GoalColumn.KEY_RESULT))
        .containsExactly("First reading");
  }

  @Test
  void whatIsNotThereIsAProblem() {
    fits("GET", "/api/v1/people/" + UUID.randomUUID(), 404);
    fits("GET", "/api/v1/objectives/" + UUID.randomUUID(), 404);
    fits("GET", "/api/v1/objectives/" + UUID.randomUUID() + "/check-ins", 404);
  }

  @Test
  void sayingHowItStandsAndGivingItAway() {
    String whole = "/api/v1/objectives/" + objective + "/status-override";
    fits("POST", whole, "{\"status\": \"at-risk\", \"reason\": \"Two sites waver\"}", 201);
    fits("POST", whole, "{\"status\": \"at-risk\"}", 422);
    fits("DELETE", whole, 200);
    fits("DELETE", whole, 409);
    String part = "/api/v1/key-results/" + keyResult;
    fits("POST", part + "/status-override", "{\"status\": \"done\", \"reason\": \"Met\"}", 201);
    fits("POST", part + "/reassignment", "{\"person\": \"%s\"}".formatted(Person.JONAS.id()), 201);
    fits("POST", part + "/reassignment", "{\"person\": null}", 201);
    String given = "/api/v1/objectives/" + objective + "/reassignment";
    fits("POST", given, "{\"person\": \"%s\"}".formatted(Person.RUBEN.id()), 422);
    fits("POST", given, "{\"person\": \"%s\"}".formatted(Person.JONAS.id()), 201);
  }

  @Test
  void checkingInAndGrading() {
    fits(
        "POST",
        "/api/v1/check-ins",
        "{\"checkIns\": [{\"keyResult\": \"%s\", \"value\": 52, \"confidence\": 7, \"noChange\": false}]}"
            .formatted(keyResult),
        201);
    fits(
        "POST",
        "/api/v1/check-ins",
        "{\"checkIns\": [{\"keyResult\": \"%s\", \"confidence\": 70, \"noChange\": false}]}"
            .formatted(keyResult),
        422);
    clock.set(LocalDate.parse("2026-06-25"));
    mara = visitors.as(Person.MARA);
    mara.page("/");
    fits(
        "POST",
        "/api/v1/objectives/" + objective + "/grade",
        "{\"version\": 1, \"nextStep\": \"done\", \"learned\": \"Ask installers first\"}",
        201);
  }

  private void fits(String method, String path, int status) {
    fits(method, path, null, status);
  }

  private void fits(String method, String path, @Nullable String body, int status) {
    HttpResponse<String> answer = mara.json(method, path, body);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
    contract.fits(method, path, answer);
  }
}
