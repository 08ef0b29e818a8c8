package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Reason.Kind;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Reads exceptions as refusals: ours, the framework's, and the database's absence. What none of
/// these explains is a defect.
final class Failures {
  /// A text that no database keeps: with a zero character in it, or too long to be found again.
  private static final Set<String> UNSTORABLE = Set.of("22021", "22P05", "54000");

  /// Somebody else holds what is wanted, and goes on holding it.
  private static final Set<String> LOCKED = Set.of("55P03");

  private Failures() {}

  /// @param conditional whether the request named the version it expects (`If-Match`)
  static RefusedAnswer answer(Exception failure, boolean conditional) {
    if (isState(failure, LOCKED)) {
      return RefusedAnswer.of(HttpStatus.CONFLICT, Reason.of(Kind.CONFLICT, "busy-elsewhere"));
    }
    if (isState(failure, UNSTORABLE)) {
      return RefusedAnswer.of(
          HttpStatus.UNPROCESSABLE_CONTENT, Reason.of(Kind.INVALID, "unstorable"));
    }
    if (isDatabaseAway(failure)) {
      return databaseAway();
    }
    if (isDiskFull(failure)) {
      return diskFull();
    }
    return switch (failure) {
      case RefusedException refused -> refused(refused.reasons(), conditional);
      case MaxUploadSizeExceededException parts ->
          tooLarge(isTooLargeInParts(parts.getCause()) ? Limits.FORM : Limits.UPLOAD);
      case MethodArgumentTypeMismatchException mismatch -> mismatched(mismatch);
      case MissingServletRequestParameterException missing ->
          RefusedAnswer.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              Reason.invalid(missing.getParameterName(), "required"));
      case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
      case InvalidParameterException tomcat
          when tomcat.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value() ->
          tooLarge(tomcat.getCause() == null ? Limits.FORM : Limits.UPLOAD);
      case InvalidParameterException tomcat ->
          ofStatus(HttpStatus.valueOf(tomcat.getErrorCode()), new HttpHeaders());
      case IllegalStateException parts when isTooLargeInParts(parts) -> tooLarge(Limits.FORM);
      case ErrorResponse known -> ofStatus(known.getStatusCode(), known.getHeaders());
      default -> ofStatus(HttpStatus.INTERNAL_SERVER_ERROR, new HttpHeaders());
    };
  }

  static RefusedAnswer refused(List<Reason> reasons, boolean conditional) {
    HttpStatus status = Errors.status(reasons);
    boolean stale = reasons.getFirst().kind() == Kind.STALE;
    RefusedAnswer answer =
        new RefusedAnswer(
            stale && !conditional ? HttpStatus.CONFLICT : status, reasons, new HttpHeaders());
    return reasons.getFirst().kind() == Kind.TOO_MANY && !reasons.getFirst().parameters().isEmpty()
        ? answer.with(
            HttpHeaders.RETRY_AFTER, reasons.getFirst().parameters().getFirst().toString())
        : answer;
  }

  static RefusedAnswer databaseAway() {
    return RefusedAnswer.of(
            HttpStatus.SERVICE_UNAVAILABLE, Reason.of(Kind.CONFLICT, "database-away"))
        .with(HttpHeaders.RETRY_AFTER, "5");
  }

  static RefusedAnswer diskFull() {
    return RefusedAnswer.of(HttpStatus.INSUFFICIENT_STORAGE, Reason.of(Kind.CONFLICT, "disk-full"));
  }

  /// Tomcat says no more than this when the fields of a form that was sent in parts are larger than
  /// a form may be; of a file it says why.
  static boolean isTooLargeInParts(@Nullable Throwable failure) {
    if (!(failure instanceof IllegalStateException) || failure.getCause() != null) {
      return false;
    }
    StackTraceElement[] frames = failure.getStackTrace();
    return frames.length > 0
        && frames[0].getClassName().equals("org.apache.catalina.connector.Request")
        && frames[0].getMethodName().equals("parseParts");
  }

  private static RefusedAnswer tooLarge(long limit) {
    return RefusedAnswer.of(
        HttpStatus.CONTENT_TOO_LARGE, Reason.of(Kind.TOO_LARGE, "too-large", limit / 1024 / 1024));
  }

  /// An id that is none is one that does not exist; any other value is a mistake in its field.
  private static RefusedAnswer mismatched(MethodArgumentTypeMismatchException mismatch) {
    if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
      return ofStatus(HttpStatus.NOT_FOUND, new HttpHeaders());
    }
    return RefusedAnswer.of(
        HttpStatus.UNPROCESSABLE_CONTENT, Reason.invalid(mismatch.getName(), "malformed"));
  }

  private static RefusedAnswer unreadable(HttpMessageNotReadableException unreadable) {
    for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedException tooLong) {
        return refused(tooLong.reasons(), false);
      }
    }
    if (!(unreadable.getCause() instanceof JacksonException json)) {
      return RefusedAnswer.of(HttpStatus.BAD_REQUEST, Reason.of(Kind.INVALID, "unreadable"));
    }
    String field =
        json.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getPropertyName())
            .collect(Collectors.joining("."));
    if (!field.isEmpty()) {
      return RefusedAnswer.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          Reason.invalid(
              field,
              json instanceof UnrecognizedPropertyException ? "unknown-field" : "malformed"));
    }
    return RefusedAnswer.of(
        HttpStatus.BAD_REQUEST,
        Reason.of(Kind.INVALID, "unreadable-json", json.getLocation().getLineNr()));
  }

  static RefusedAnswer ofStatus(HttpStatusCode code, HttpHeaders headers) {
    HttpStatus status = HttpStatus.valueOf(code.value());
    Reason reason =
        switch (status) {
          case NOT_FOUND -> Reason.notFound();
          case FORBIDDEN -> Reason.of(Kind.FORBIDDEN, "form-expired");
          case UNAUTHORIZED -> Reason.of(Kind.FORBIDDEN, "session-ended");
          case METHOD_NOT_ALLOWED -> Reason.of(Kind.INVALID, "method-not-allowed");
          case UNSUPPORTED_MEDIA_TYPE -> Reason.of(Kind.INVALID, "media-type-unsupported");
          case NOT_ACCEPTABLE -> Reason.of(Kind.INVALID, "not-acceptable");
          case CONTENT_TOO_LARGE ->
              Reason.of(Kind.TOO_LARGE, "too-large", Limits.UPLOAD / 1024 / 1024);
          case SERVICE_UNAVAILABLE -> Reason.of(Kind.CONFLICT, "database-away");
          default ->
              status.is4xxClientError()
                  ? Reason.of(Kind.INVALID, "unreadable")
                  : Reason.of(Kind.CONFLICT, "failed");
        };
    return new RefusedAnswer(status, List.of(reason), headers);
  }

  private static boolean isState(Throwable failure, Set<String> states) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && states.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /// Whether the database could not be reached or broke off in the middle (SQLSTATE class 08, or
  /// 57P: shut down).
  static boolean isDatabaseAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotGetJdbcConnectionException
          || cause instanceof DataAccessResourceFailureException
          || cause instanceof CannotCreateTransactionException) {
        return true;
      }
      if (cause instanceof SQLException sql && isDatabaseAway(sql)) {
        return true;
      }
      // The rollback failed as well, and hides what failed first.
      if (cause instanceof TransactionSystemException rollback
          && rollback.getApplicationException() != null
          && isDatabaseAway(rollback.getApplicationException())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDatabaseAway(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        ? "Connection is closed".equals(failure.getMessage())
        : state.startsWith("08") || state.startsWith("57P");
  }

  /// Whether there was no room to write: on the database's disk (SQLSTATE 53100) or on ours.
  static boolean isDiskFull(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && "53100".equals(sql.getSQLState())) {
        return true;
      }
      if (cause instanceof IOException file
          && String.valueOf(file.getMessage()).contains("No space left")) {
        return true;
      }
    }
    return false;
  }
}
