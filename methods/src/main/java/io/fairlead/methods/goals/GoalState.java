package io.fairlead.methods.goals;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where an objective is in its life.
public enum GoalState {
  DRAFT,
  PROPOSED,
  ACTIVE,
  GRADED,
  CLOSED,
  DROPPED;

  /// As written in files and the API: `active`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<GoalState> find(String code) {
    return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
  }

  /// Whether its scores are final, so that a key result without a check-in counts as 0.
  public boolean isFinal() {
    return this == GRADED || this == CLOSED;
  }
}
