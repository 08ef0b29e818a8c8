package io.fairlead.app.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
  private JsonNode contract;
  private UUID objective;
  private UUID keyResult;

  @BeforeEach
  void aGoalAndItsDescription() {
    company.reset();
    objective = goals.objective(Person.MARA, "Sites report");
    keyResult = goals.keyResult(objective, "First reading", 40, 60);
    mara = visitors.as(Person.MARA);
    mara.page("/");
    contract = json.readTree(mara.json("GET", "/api/v1/openapi.json", null).body());
  }

  @Test
  void theDescriptionIsOpenApi31AndNamesScopes() {
    JsonNode document = json.readTree(mara.json("GET", "/api/v1/openapi.json", null).body());
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
  void theGoalsFileComesAsTheFileThatScoreReads() {
    HttpResponse<String> file = mara.json("GET", "/api/v1/goals/file", null);
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(GoalFile.parse(file.body()).rows())
        .extracting(row -> row.text(GoalColumn.KEY_RESULT))
        .containsExactly("First reading");
  }

  @Test
  void whatIsNotThereIsAProblem() {
    fits("GET", "/api/v1/people/" + UUID.randomUUID(), 404);
    fits("GET", "/api/v1/objectives/" + UUID.randomUUID(), 404);
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
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    JsonNode said = said(method, path, status, type);
    ObjectNode schema = json.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.set("components", contract.get("components"));
    schema.set("allOf", json.createArrayNode().add(said));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString(), InputFormat.JSON)
                .validate(answer.body(), InputFormat.JSON))
        .as(path + " " + answer.body())
        .isEmpty();
  }

  /// The schema that the description gives for such an answer.
  private JsonNode said(String method, String path, int status, String type) {
    JsonNode responses =
        contract.get("paths").properties().stream()
            .filter(each ->
                path.replaceFirst("[?].*", "")
                    .matches(each.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
            .min(Comparator.comparingInt(each -> each.getKey().indexOf('{')))
            .orElseThrow()
            .getValue()
            .get(method.toLowerCase(Locale.ROOT))
            .get("responses");
    JsonNode response = responses.get(String.valueOf(status));
    JsonNode content = (response == null ? responses.get("default") : response).get("content");
    JsonNode media = content.get(type) == null ? content.get("*/*") : content.get(type);
    assertThat(media).as(method + " " + path + " answers " + type).isNotNull();
    return media.get("schema");
  }
}
