package io.fairlead.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What every answer carries, whatever was asked and however it went.
@AppTest
class AnswersTest {
  @Autowired Visitors visitors;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/goals",
        "/policy",
        "/studio/audit",
        "/nothing-of-the-kind",
        "/goals/not-an-id",
        "/goals/export.csv",
        "/appearance",
        "/dev/gallery/failure/defect",
        "/api/v1/people",
        "/api/v1/nothing-of-the-kind"
      })
  void everyAnswerIsStrictAboutWhatABrowserMayDoWithIt(String path) {
    strict(visitors.as(Person.MARA).page(path));
    strict(visitors.stranger().page(path));
  }

  private static void strict(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
        .doesNotContain("unsafe", "*", "http:");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void cookiesAreOutOfReachOfScriptsAndOtherSites() {
    HttpResponse<String> page = visitors.stranger().page("/sign-in");
    assertThat(page.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /api/v1/nothing-of-the-kind       |        | 404
          GET    | /api/v1/people/not-an-id          |        | 404
          GET    | /api/v1/objectives/not-an-id      |        | 404
          GET    | /api/v1/audit                     |        | 404
          DELETE | /api/v1/people                    |        | 405
          POST   | /api/v1/objectives                | {      | 400
          POST   | /api/v1/objectives                | {"title": 7, "keyResults": 3} | 422
          POST   | /api/v1/check-ins                 | {"checkIns": [{"keyResult": "x"}]} | 422
          """)
  void everyErrorOfTheApiIsAProblemWithACode(
      String method, String path, @Nullable String body, int status) {
    Visitor visitor = visitors.as(Person.JONAS);
    visitor.page("/account");
    HttpResponse<String> answer = visitor.json(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    problem(answer);
  }

  @Test
  void strangersAndForgedRequestsGetProblemsToo() {
    problem(visitors.stranger().json("GET", "/api/v1/people", null));
    HttpResponse<String> forged =
        visitors.as(Person.JONAS).json("POST", "/api/v1/objectives", "{}");
    assertThat(forged.statusCode()).isEqualTo(403);
    problem(forged);
  }

  private static void problem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"code\":", "\"status\":" + answer.statusCode());
  }
}
