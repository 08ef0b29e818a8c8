package io.fairlead.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;

@AppTest
class ErrorsTest {
  @Autowired Visitors visitors;
  @Autowired ErrorPages errorPages;

  @Test
  void anAddressThatNobodyAnswersIsAPageInOurFrame() {
    HttpResponse<String> page = visitors.as(Person.MARA).page("/nothing/of/the/kind");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("Nothing here", "class=\"rail\"", "Go to Home");
  }

  @Test
  void anAddressOfTheApiThatNobodyAnswersIsAProblem() {
    HttpResponse<String> answer =
        visitors.as(Person.MARA).json("GET", "/api/v1/nothing-of-the-kind", null);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"not-found\"", "\"status\":404", "\"detail\"");
  }

  @Test
  void anIdThatIsNoneIsNotFound() {
    Visitor visitor = visitors.as(Person.MARA);
    visitor.page("/dev/gallery");
    assertThat(visitor.post("/undo/abc").statusCode()).isEqualTo(404);
  }

  @Test
  void whatNoDatabaseCanKeepIsTheSendersMistakeAndNotOurs() {
    Visitor elif = visitors.as(Person.ELIF);
    for (String path : List.of("/people?q=%00", "/search?q=a%00b", "/people.csv?q=%00")) {
      assertThat(elif.page(path).statusCode()).as(path).isEqualTo(422);
    }
    String zero = "{\"name\": \"a\\u0000b\", \"email\": \"zero@x.example\"}";
    assertThat(elif.json("POST", "/api/v1/people", zero).body())
        .contains("\"code\":\"unstorable\"");
    assertThat(elif.post("/teams/new", "name", "a\u0000b", "purpose", "", "lead", "").statusCode())
        .isEqualTo(422);
    assertThat(visitors.stranger().page("/sign-in").statusCode()).isEqualTo(200);
  }

  @Test
  void aWrongMethodSaysWhichOnesThereAre() {
    HttpResponse<String> answer = visitors.as(Person.MARA).page("/appearance");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    assertThat(answer.body()).contains("This address does not do that.");
  }

  @Test
  void aMissingParameterNamesIt() {
    Visitor visitor = visitors.as(Person.MARA);
    visitor.page("/dev/gallery");
    HttpResponse<String> answer = visitor.post("/appearance");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("This is needed.");
  }

  @Test
  void aFormWithoutItsTokenChangesNothingAndSaysWhatToDo() {
    HttpResponse<String> answer = visitors.as(Person.MARA).post("/appearance", "theme", "dark");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(it -> it.startsWith("theme="));
    assertThat(answer.body()).contains("load it again");
  }

  @Test
  void aFormOverTheLimitIsRefusedAsTooLarge() {
    Visitor visitor = visitors.as(Person.MARA);
    visitor.page("/dev/gallery");
    HttpResponse<String> answer =
        visitor.post("/appearance", "theme", "x".repeat((int) Limits.FORM + 1));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("2 MB");
  }

  @Test
  void aPartOfAPageGetsItsReasonAsAToast() {
    HttpResponse<String> answer =
        visitors.as(Person.MARA).page("/nothing/of/the/kind", "HX-Request", "true");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("HX-Reswap")).hasValue("none");
    assertThat(answer.headers().firstValue("HX-Trigger").orElse(""))
        .contains("There is nothing here that you can see.");
  }

  @Test
  void anAbsentDatabaseIsSaidPlainlyAndSaysWhenToTryAgain() {
    HttpResponse<String> page = visitors.as(Person.MARA).page("/dev/gallery/failure/database");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(page.body()).contains("The database cannot be reached", "Try again");
  }

  @Test
  void anAbsentDatabaseInAFilterIsSaidWithoutAskingIt() {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
    MockHttpServletResponse response = new MockHttpServletResponse();
    request.setAttribute(
        RequestDispatcher.ERROR_EXCEPTION,
        new ServletException(new CannotGetJdbcConnectionException("on purpose")));
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/goals");
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
    try {
      ModelAndView page = (ModelAndView) errorPages.failed(request, response);
      assertThat(page.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
      assertThat(page.getModel().get("frame"))
          .isInstanceOfSatisfying(
              Frame.class, frame -> assertThat(frame.path()).isEqualTo("/goals"));
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  @Test
  void aDefectTellsNothingButItsReference() {
    HttpResponse<String> page = visitors.as(Person.MARA).page("/dev/gallery/failure/defect");
    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body())
        .contains("Something went wrong here", "If you ask for help, name")
        .doesNotContain("IllegalStateException")
        .doesNotContain("on purpose");
  }

  @Test
  void everyPageForbidsWhatItDoesNotNeed() {
    HttpResponse<String> page = visitors.as(Person.MARA).page("/dev/gallery");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.body())
        .doesNotContain(" style=")
        .doesNotContain("<style")
        .doesNotContain("onclick=");
  }
}
