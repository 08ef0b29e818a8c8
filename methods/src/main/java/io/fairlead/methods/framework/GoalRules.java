package io.fairlead.methods.framework;

import io.fairlead.methods.wording.LintSettings;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What objectives and key results may look like.
///
/// @param individualGoals whether a person, not only a team, can own an objective
/// @param visibility of a new objective
/// @param weights whether key results may weigh differently
public record GoalRules(
    Set<ObjectiveKind> objectiveKinds,
    Set<KeyResultKind> keyResultKinds,
    boolean individualGoals,
    Limits limits,
    Visibility visibility,
    boolean weights,
    Bands aspirational,
    Bands committed,
    TooEasy tooEasy,
    Alignment alignment,
    Staleness staleness) {
  public GoalRules {
    objectiveKinds = Collections.unmodifiableSet(EnumSet.copyOf(objectiveKinds));
    keyResultKinds = Collections.unmodifiableSet(EnumSet.copyOf(keyResultKinds));
  }

  public enum ObjectiveKind {
    ASPIRATIONAL,
    COMMITTED,
    LEARNING
  }

  public enum KeyResultKind {
    INCREASE,
    DECREASE,
    BAND,
    MILESTONES,
    YES_NO
  }

  /// The goal linter's settings under these rules: its own, and where goals are limited more
  /// narrowly, those limits.
  public LintSettings within(LintSettings lint) {
    return new LintSettings(
        lint.off(),
        lint.severities(),
        lint.mostWords(),
        Math.min(lint.mostKeyResults(), limits.keyResultsAtMost()),
        Math.min(lint.mostObjectives(), limits.objectivesPerOwner()));
  }

  public enum Visibility {
    PUBLIC,
    TEAM,
    NAMED
  }

  /// How much one owner may take on in a cycle.
  public record Limits(int objectivesPerOwner, int keyResultsAtLeast, int keyResultsAtMost) {}

  /// Scores from 0 to 1: reached at `reachedFrom` or more, partly reached at `partlyFrom` or more,
  /// else missed.
  public record Bands(double reachedFrom, double partlyFrom) {}

  /// A mean aspirational score of `meanFrom` or more over `cycles` cycles in a row hints at low
  /// targets.
  public record TooEasy(double meanFrom, int cycles) {}

  /// How objectives may hang together.
  ///
  /// @param contributionsAtMost besides the primary parent
  /// @param levelsAtMost objectives above each other, the topmost included
  /// @param sideways whether to another team's objective at the same level
  /// @param upwardsAgreement whether the owner above is asked; it never blocks
  public record Alignment(
      int contributionsAtMost, int levelsAtMost, boolean sideways, boolean upwardsAgreement) {}

  /// Stale after more than `days` without a check-in, or after that many missed ones.
  public record Staleness(int days, int missedCheckIns) {}
}
