package io.fairlead.app.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why an act was refused: a stable code that is also the key of its sentence in the message
/// bundles (`refused.<code>`), the sentence's parameters, and the input field it belongs to, if
/// one.
///
/// @param kind what the reader can do about it; decides the HTTP status
public record Reason(Kind kind, String code, List<Object> parameters, @Nullable String fieldName) {

  public enum Kind {
    /// The input is wrong: 422.
    INVALID,
    /// No such thing, or not yours: 404, indistinguishable.
    NOT_FOUND,
    /// You may see it but not do this to it: 403.
    FORBIDDEN,
    /// Someone changed it since you read it: 409 (412 with If-Match).
    STALE,
    /// The thing is in a state that does not allow this: 409.
    CONFLICT,
    /// Larger than a stated limit: 413.
    TOO_LARGE,
    /// Too many in too short a time: 429.
    TOO_MANY
  }

  public Reason {
    parameters = List.copyOf(parameters);
  }

  public static Reason invalid(String field, String code, Object... parameters) {
    return new Reason(Kind.INVALID, code, Arrays.asList(parameters), field);
  }

  public static Reason notFound() {
    return of(Kind.NOT_FOUND, "not-found");
  }

  public static Reason of(Kind kind, String code, Object... parameters) {
    return new Reason(kind, code, Arrays.asList(parameters), null);
  }

  public Optional<String> field() {
    return Optional.ofNullable(fieldName);
  }

  /// The message key of the sentence that says it.
  public String key() {
    return "refused." + code;
  }
}
