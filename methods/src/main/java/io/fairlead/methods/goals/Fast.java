package io.fairlead.methods.goals;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How *frequently discussed, ambitious, specific and transparent* goals are (Sull & Sull 2018),
/// each observed from data instead of asked.
///
/// @param frequent share of active weeks with a check-in or a comment
/// @param ambitious share of key results whose chance of being reached lay between .3 and .8, of
///   those for which one is known
/// @param specific share of key results with baseline, target, unit and due
/// @param transparent share of key results visible to all and opened by someone outside the team
public record Fast(Share frequent, Share ambitious, Share specific, Share transparent) {
  private static final double LEAST = 0.3;
  private static final double MOST = 0.8;

  /// A share that knows of how many; without any there is no share.
  public record Share(int part, int whole) {
    public Share {
      if (part < 0 || part > whole) {
        throw new IllegalArgumentException(part + " of " + whole);
      }
    }

    Share and(Share other) {
      return new Share(part + other.part, whole + other.whole);
    }

    public OptionalDouble value() {
      return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
  }

  /// What is known of one key result.
  ///
  /// @param activeWeeks weeks in which its objective was active
  /// @param discussedWeeks those of them with a check-in or a comment
  /// @param chance of being reached: by its first forecast, else its owner's share of key results
  ///   reached in the past; null if neither is known
  /// @param specific has baseline, target, unit and due, see [#isSpecific]
  /// @param visibleToAll everyone signed in may see it
  /// @param openedFromOutside someone outside the team has opened it
  public record Seen(
      int activeWeeks,
      int discussedWeeks,
      @Nullable Double chance,
      boolean specific,
      boolean visibleToAll,
      boolean openedFromOutside) {}

  public static Fast of(List<Seen> keyResults) {
    int weeks = keyResults.stream().mapToInt(Seen::activeWeeks).sum();
    int discussed = keyResults.stream().mapToInt(Seen::discussedWeeks).sum();
    List<Double> chances = keyResults.stream().map(Seen::chance).filter(Fast::known).toList();
    int stretching = (int) chances.stream().filter(c -> c >= LEAST && c <= MOST).count();
    return new Fast(
        new Share(discussed, weeks),
        new Share(stretching, chances.size()),
        share(keyResults, Seen::specific),
        share(keyResults, seen -> seen.visibleToAll && seen.openedFromOutside));
  }

  /// What both say together, where no key result is in both.
  public Fast and(Fast other) {
    return new Fast(
        frequent.and(other.frequent),
        ambitious.and(other.ambitious),
        specific.and(other.specific),
        transparent.and(other.transparent));
  }

  private static boolean known(@Nullable Double chance) {
    return chance != null;
  }

  private static Share share(List<Seen> keyResults, Predicate<Seen> test) {
    return new Share((int) keyResults.stream().filter(test).count(), keyResults.size());
  }

  /// Whether a key result says from where, to where, in what and by when. Milestones and yes-or-no
  /// need no figures and no unit; a band has its limits for a target and needs no baseline.
  public static boolean isSpecific(KeyResult keyResult, boolean hasUnit, boolean hasDue) {
    boolean complete = hasDue && keyResult.flaws().isEmpty();
    return switch (keyResult) {
      case KeyResult.Increase _, KeyResult.Decrease _, KeyResult.Band _ -> complete && hasUnit;
      case KeyResult.Milestones _, KeyResult.YesNo _ -> complete;
    };
  }
}
