package io.fairlead.app.goals;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where an objective stands. Which step may follow which is this table; who may take it is in
/// [GoalRules].
public enum ObjectiveState {
  /// Being written; seen by those who write it and by whom they ask.
  DRAFT,
  /// Put to those above and beside; work may go on meanwhile.
  PROPOSED,
  /// Published and worked on.
  ACTIVE,
  /// Scored at the end of its cycle.
  GRADED,
  /// Done with, lessons written.
  CLOSED,
  /// Given up, for a stated reason.
  DROPPED;

  private Set<ObjectiveState> next() {
    return switch (this) {
      case DRAFT -> Set.of(PROPOSED, ACTIVE, DROPPED);
      case PROPOSED -> Set.of(DRAFT, ACTIVE, DROPPED);
      case ACTIVE -> Set.of(GRADED, DROPPED);
      case GRADED -> Set.of(GRADED, CLOSED);
      case CLOSED, DROPPED -> Set.of();
    };
  }

  public boolean mayBecome(ObjectiveState other) {
    return next().contains(other);
  }

  /// Whether its words and figures may still change.
  public boolean isOpen() {
    return this == DRAFT || this == PROPOSED || this == ACTIVE;
  }

  /// As stored and as written in the API: `active`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ObjectiveState> find(String code) {
    return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
  }

  public static ObjectiveState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
