package io.fairlead.app.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.time.LocalDate;
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
  private OpenApiInteractionValidator contract;
  private UUID objective;
  private UUID keyResult;

  @BeforeEach
  void aGoalAndItsDescription() {
    company.reset();
    objective = goals.objective(Person.MARA, "Sites report");
    keyResult = goals.keyResult(objective, "First reading", 40, 60);
    mara = visitors.as(Person.MARA);
    mara.page("/");
    contract =
        OpenApiInteractionValidator.createForInlineApiSpecification(
                mara.json("GET", "/api/v1/openapi.json", null).body())
            .build();
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
    fits(Method.GET, "/api/v1/people", 200);
    fits(Method.GET, "/api/v1/people/" + Person.JONAS.id(), 200);
    fits(Method.GET, "/api/v1/objectives/" + objective, 200);
    fits(Method.GET, "/api/v1/objectives/" + objective + "/alignments", 200);
    fits(Method.GET, "/api/v1/objectives/" + objective + "/grade", 200);
    fits(Method.GET, "/api/v1/check-ins/waiting", 200);
  }

  @Test
  void whatIsNotThereIsAProblem() {
    fits(Method.GET, "/api/v1/people/" + UUID.randomUUID(), 404);
    fits(Method.GET, "/api/v1/objectives/" + UUID.randomUUID(), 404);
  }

  @Test
  void checkingInAndGrading() {
    fits(
        Method.POST,
        "/api/v1/check-ins",
        "{\"checkIns\": [{\"keyResult\": \"%s\", \"value\": 52, \"confidence\": 7, \"noChange\": false}]}"
            .formatted(keyResult),
        201);
    fits(
        Method.POST,
        "/api/v1/check-ins",
        "{\"checkIns\": [{\"keyResult\": \"%s\", \"confidence\": 70, \"noChange\": false}]}"
            .formatted(keyResult),
        422);
    clock.set(LocalDate.parse("2026-06-25"));
    fits(
        Method.POST,
        "/api/v1/objectives/" + objective + "/grade",
        "{\"version\": 1, \"nextStep\": \"done\", \"learned\": \"Ask installers first\"}",
        201);
  }

  private void fits(Method method, String path, int status) {
    fits(method, path, null, status);
  }

  private void fits(Method method, String path, @Nullable String body, int status) {
    HttpResponse<String> answer = mara.json(method.name(), path, body);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
    ValidationReport report =
        contract.validateResponse(
            path,
            method,
            SimpleResponse.Builder.status(status)
                .withContentType(answer.headers().firstValue("Content-Type").orElse(""))
                .withBody(answer.body())
                .build());
    assertThat(report.getMessages()).as(path + " " + answer.body()).isEmpty();
  }
}
