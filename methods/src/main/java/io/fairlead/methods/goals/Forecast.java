package io.fairlead.methods.goals;

import java.util.OptionalDouble;

/// Where a key result will be at the end of its period. Made by [Forecasts].
public sealed interface Forecast {

  /// From the trend of the check-ins.
  ///
  /// @param end the figure expected at the end: by Theil–Sen if `robust`, else by least squares
  /// @param robust whether there are at most five check-ins or an outlier, so that the median line
  ///   speaks
  /// @param probability the chance of reaching the target, between 0 and 1
  /// @param interval where the end lies with the asked-for probability, 80 % unless said otherwise
  /// @param leastSquares its line, with the standard deviation of what it leaves
  /// @param theilSen the median line
  /// @param exact the check-ins lie on a line, so that the chance is 0 or 1 and the interval a
  ///   point; a statement about the figures, not about the world
  /// @param n the check-ins used: the last of each day
  record Trend(
      double end,
      boolean robust,
      double probability,
      Interval interval,
      Fit leastSquares,
      Fit theilSen,
      boolean exact,
      int n)
      implements Forecast {}

  /// Too little is known for a trend: what comes out if the pace so far goes on.
  record Paced(double end, Pace pace, Why why, int n) implements Forecast {}

  /// Not even a pace.
  record None(Why why, int n) implements Forecast {}

  /// Why there is no trend.
  enum Why {
    /// Not one check-in.
    NO_CHECK_IN,
    /// Fewer than four days with a check-in.
    TOO_FEW,
    /// Less than a quarter of the period has been seen.
    TOO_EARLY,
    /// Nothing is expected yet, so that there is no pace either.
    NOT_STARTED
  }

  record Interval(double low, double high) {}

  /// A fitted line and its figure at the end.
  record Fit(double slope, double intercept, double residualDeviation, double end) {}

  /// The chance of reaching the target; only a trend has one.
  default OptionalDouble chance() {
    return switch (this) {
      case Trend trend -> OptionalDouble.of(trend.probability);
      case Paced _, None _ -> OptionalDouble.empty();
    };
  }
}
