package io.fairlead.methods.wording;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A key result as the linter takes it: its words, the figures beside them, and what else is known.
/// What is not known makes no finding.
public record LintedKeyResult(String title, GivenFigures given, Kind kind, Facts facts) {

  /// How it is measured.
  public enum Kind {
    /// Nobody said; its words are asked.
    UNSAID,
    INCREASE,
    DECREASE,
    BAND,
    MILESTONES,
    YES_NO;

    boolean isUnmeasured() {
      return this == MILESTONES || this == YES_NO;
    }
  }

  /// Whether its measure goes ahead of what matters, or follows it.
  public enum Indicator {
    UNSAID,
    LEADING,
    LAGGING,
    /// It was to lead, and its series says that it does not.
    NOT_LEADING
  }

  /// What is known beside words and figures.
  ///
  /// @param weight above 0 if all is well; null if none is given
  /// @param due null if it is due with its cycle
  /// @param baselineComing whether a day is set by which the baseline will be known
  /// @param targetRelative whether the target is said as a change
  /// @param dueMissing whether neither it nor its cycle says when it is due
  /// @param ownerMissing whether nobody owns it or its objective
  /// @param trend what the earlier values lead to by the due day
  /// @param best the best that ever was
  /// @param elsewhere whether the same measure stands in another goal
  /// @param paid whether somebody is paid by it
  /// @param guarded whether a counter-measure guards it
  public record Facts(
      @Nullable Double weight,
      @Nullable LocalDate due,
      boolean baselineComing,
      boolean targetRelative,
      boolean dueMissing,
      boolean ownerMissing,
      OptionalDouble trend,
      OptionalDouble best,
      Indicator indicator,
      boolean elsewhere,
      boolean paid,
      boolean guarded) {
    public static final Facts NONE =
        new Facts(
            null,
            null,
            false,
            false,
            false,
            false,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Indicator.UNSAID,
            false,
            false,
            false);

    /// As far as a form or a file says it.
    public static Facts said(
        @Nullable Double weight,
        @Nullable LocalDate due,
        boolean baselineComing,
        boolean relative) {
      return new Facts(
          weight,
          due,
          baselineComing,
          relative,
          false,
          false,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Indicator.UNSAID,
          false,
          false,
          false);
    }

    public Facts missing(boolean dueDay, boolean owner) {
      return new Facts(
          weight,
          due,
          baselineComing,
          targetRelative,
          dueDay,
          owner,
          trend,
          best,
          indicator,
          elsewhere,
          paid,
          guarded);
    }

    public Facts against(OptionalDouble expected, OptionalDouble everBest) {
      return new Facts(
          weight,
          due,
          baselineComing,
          targetRelative,
          dueMissing,
          ownerMissing,
          expected,
          everBest,
          indicator,
          elsewhere,
          paid,
          guarded);
    }

    public Facts measuredBy(Indicator how, boolean elsewhereToo, boolean pays, boolean hasGuard) {
      return new Facts(
          weight,
          due,
          baselineComing,
          targetRelative,
          dueMissing,
          ownerMissing,
          trend,
          best,
          how,
          elsewhereToo,
          pays,
          hasGuard);
    }
  }

  /// Of words alone.
  public static LintedKeyResult of(String title) {
    return new LintedKeyResult(title, GivenFigures.NONE, Kind.UNSAID, Facts.NONE);
  }
}
