package io.fairlead.app.feedback;

import java.util.Optional;
import java.util.stream.Stream;

/// What kind of survey a round is; one mechanism carries all of them.
public enum RoundKind {
  /// Several relationships rate one person.
  FULL_CIRCLE("360"),
  /// Contributors of an objective rate each other.
  PROJECT("project"),
  /// A few questions about how the work goes.
  PULSE("pulse"),
  /// The same raters as of an earlier round, with other questions.
  FOLLOW_UP("follow-up");

  private final String code;

  RoundKind(String code) {
    this.code = code;
  }

  /// As the database and the API write it.
  public String code() {
    return code;
  }

  static Optional<RoundKind> find(String code) {
    return Stream.of(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
