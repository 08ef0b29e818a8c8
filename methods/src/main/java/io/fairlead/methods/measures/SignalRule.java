package io.fairlead.methods.measures;

import java.util.Locale;

/// By what a process shows that it has changed: the Western Electric rules, a trend, and a leap.
/// All inequalities are strict, so a constant series shows nothing.
public enum SignalRule {
  /// One value beyond a limit of three standard deviations.
  BEYOND_LIMIT,
  /// Two of three values beyond two standard deviations on the same side, the last of them too.
  TWO_OF_THREE,
  /// Four of five values beyond one standard deviation on the same side, the last of them too.
  FOUR_OF_FIVE,
  /// Eight values in a row on the same side of the centre.
  EIGHT_ON_ONE_SIDE,
  /// Six values in a row, each above or each below the one before.
  TREND_OF_SIX,
  /// A distance to the value before that is larger than its limit.
  LEAP;

  /// As the command line and the API write it: `two-of-three`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
