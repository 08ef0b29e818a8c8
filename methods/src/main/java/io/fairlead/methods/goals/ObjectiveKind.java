package io.fairlead.methods.goals;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What an objective promises.
public enum ObjectiveKind {
  /// A stretch: reaching 0.7 of it is a success.
  ASPIRATIONAL,
  /// A promise: success is 1.0, anything less needs an explanation.
  COMMITTED,
  /// A question to answer.
  LEARNING;

  /// As written in files and the API: `aspirational`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ObjectiveKind> find(String code) {
    return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
