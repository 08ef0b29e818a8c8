package io.fairlead.app.platform.web;

import io.fairlead.app.platform.policy.Open;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What failed before any controller was reached (a filter without its database, a form that
/// expired, a body over the limit) is said in the same words as everything else.
@Controller
class ErrorPages implements ErrorController {
  private final Errors errors;

  ErrorPages(Errors errors) {
    this.errors = errors;
  }

  @RequestMapping("/error")
  @Open(because = "it says only that something went wrong", toAnyone = true)
  Object failed(HttpServletRequest request, HttpServletResponse response) {
    Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    RefusedAnswer answer = answer(request, failure);
    String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return errors.answered(
        answer,
        errors.reference(answer, failure),
        request,
        response,
        path == null ? request.getRequestURI() : path);
  }

  private static RefusedAnswer answer(HttpServletRequest request, @Nullable Throwable failure) {
    if (failure != null && Failures.isDatabaseAway(failure)) {
      return Failures.databaseAway();
    }
    if (failure != null && Failures.isDiskFull(failure)) {
      return Failures.diskFull();
    }
    if (failure instanceof IllegalStateException tomcat
        && (tomcat instanceof InvalidParameterException || Failures.isTooLargeInParts(tomcat))) {
      return Failures.answer(tomcat, false);
    }
    Integer code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code == null ? HttpStatus.NOT_FOUND : HttpStatus.resolve(code);
    return Failures.ofStatus(
        status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, new HttpHeaders());
  }
}
