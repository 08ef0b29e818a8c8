package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// The one place that knows HTTP statuses: turns refusals into problem+json for the API and into a
/// page for people. Controllers throw `new RefusedException(refused)` where they have no form to
/// show it in.
@ControllerAdvice
@Component
public class Errors {
  private final Pages pages;

  Errors(Pages pages) {
    this.pages = pages;
  }

  /// A refusal that has no form to return to.
  public static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Reason> reasons;

    public RefusedException(Refused<?> refused) {
      this(refused.reasons());
    }

    public RefusedException(List<Reason> reasons) {
      super(reasons.toString());
      this.reasons = reasons;
    }

    public RefusedException(Reason reason) {
      this(List.of(reason));
    }

    public List<Reason> reasons() {
      return reasons;
    }
  }

  /// One reason as the API says it.
  public record Problem(String code, String message, String field) {}

  public static HttpStatus status(List<Reason> reasons) {
    return switch (reasons.getFirst().kind()) {
      case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case STALE -> HttpStatus.PRECONDITION_FAILED;
      case CONFLICT -> HttpStatus.CONFLICT;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
    };
  }

  @ExceptionHandler(RefusedException.class)
  Object refused(RefusedException refusal, HttpServletRequest request) {
    List<Reason> reasons = refusal.reasons();
    HttpStatus status = status(reasons);
    Words words = pages.words();
    if (request.getRequestURI().startsWith("/api/")) {
      ProblemDetail problem = ProblemDetail.forStatus(status);
      problem.setType(URI.create("about:blank"));
      problem.setTitle(status.getReasonPhrase());
      problem.setDetail(words.refusal(reasons.getFirst()));
      problem.setProperties(
          Map.of(
              "code",
              reasons.getFirst().code(),
              "reasons",
              reasons.stream()
                  .map(reason ->
                      new Problem(reason.code(), words.refusal(reason), reason.field().orElse("")))
                  .toList()));
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem);
    }
    var view =
        pages.show(
            "layout/refused",
            words.refusal(reasons.getFirst()),
            Place.HOME,
            null,
            new RefusedPage(reasons.stream().map(words::refusal).toList()));
    view.setStatus(status);
    return view;
  }

  /// The sentences of a page that says why something is refused.
  public record RefusedPage(List<String> sentences) {}
}
