package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// The one place that knows HTTP statuses: turns refusals and failures into problem+json for the
/// API, into a toast for a part of a page, and into a page for people. Controllers throw `new
/// RefusedException(refused)` where they have no form to show it in.
@ControllerAdvice
@Component
public class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
  private static final JsonMapper HEADER_JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

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

  /// The sentences of a page that says why something is refused.
  ///
  /// @param reference what to name when asking for help; empty where nothing failed
  public record RefusedPage(List<String> sentences, String reference, boolean retry) {}

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

  @ExceptionHandler(Exception.class)
  @Nullable Object failed(
      Exception failure, HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      LOG.warn("an answer broke off: {}", failure.getClass().getSimpleName());
      return null;
    }
    RefusedAnswer answer =
        Failures.answer(failure, request.getHeader(HttpHeaders.IF_MATCH) != null);
    return answered(answer, reference(answer, failure), request, response, request.getRequestURI());
  }

  /// Defects are logged with a reference that the page shows; refusals are not logged.
  String reference(RefusedAnswer answer, @Nullable Throwable failure) {
    if (answer.status() == HttpStatus.SERVICE_UNAVAILABLE) {
      LOG.warn(
          "the database is away: {}", failure == null ? "" : failure.getClass().getSimpleName());
      return "";
    }
    if (answer.status() == HttpStatus.INSUFFICIENT_STORAGE) {
      LOG.error("the disk is full: nothing can be saved until there is room");
      return "";
    }
    if (!answer.status().is5xxServerError()) {
      return "";
    }
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("request failed, reference {}", reference, failure);
    return reference;
  }

  Object answered(
      RefusedAnswer answer,
      String reference,
      HttpServletRequest request,
      HttpServletResponse response,
      String path) {
    if (path.startsWith("/api/")) {
      return problem(answer, reference, path);
    }
    if ("true".equals(request.getHeader("HX-Request"))) {
      return toast(answer);
    }
    return page(answer, reference, response);
  }

  private ResponseEntity<ProblemDetail> problem(
      RefusedAnswer answer, String reference, String path) {
    Words words = pages.steadyWords();
    Reason first = answer.reasons().getFirst();
    ProblemDetail problem = ProblemDetail.forStatus(answer.status());
    problem.setTitle(answer.status().getReasonPhrase());
    problem.setDetail(words.refusal(first));
    problem.setInstance(URI.create(path));
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("code", first.code());
    more.put(
        "reasons",
        answer.reasons().stream()
            .map(reason ->
                new Problem(reason.code(), words.refusal(reason), reason.field().orElse("")))
            .toList());
    if (!reference.isEmpty()) {
      more.put("reference", reference);
    }
    problem.setProperties(more);
    return ResponseEntity.status(answer.status())
        .headers(answer.headers())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /// A part of a page was asked for: what stands there stays, and a toast says why.
  private ResponseEntity<Void> toast(RefusedAnswer answer) {
    Words words = pages.steadyWords();
    List<String> sentences = answer.reasons().stream().map(words::refusal).toList();
    return ResponseEntity.status(answer.status())
        .headers(answer.headers())
        .header("HX-Reswap", "none")
        .header(
            "HX-Trigger",
            HEADER_JSON.writeValueAsString(Map.of("refused", Map.of("sentences", sentences))))
        .build();
  }

  private ModelAndView page(RefusedAnswer answer, String reference, HttpServletResponse response) {
    Words words = pages.steadyWords();
    answer.headers().forEach((name, values) -> values.forEach(it -> response.setHeader(name, it)));
    ModelAndView view = new ModelAndView("layout/refused");
    view.addObject(
        "frame", pages.steadyFrame(words.text("error.title." + titled(answer.status()))));
    view.addObject(
        "page",
        new RefusedPage(
            answer.reasons().stream().map(words::refusal).toList(),
            reference,
            answer.status().is5xxServerError()));
    view.setStatus(answer.status());
    return view;
  }

  private static String titled(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "not-found";
      case FORBIDDEN, UNAUTHORIZED -> "forbidden";
      case CONTENT_TOO_LARGE -> "too-large";
      case TOO_MANY_REQUESTS -> "too-many";
      case SERVICE_UNAVAILABLE -> "away";
      case INSUFFICIENT_STORAGE -> "full";
      default -> status.is5xxServerError() ? "failed" : "refused";
    };
  }
}
