package io.fairlead.methods.measures;

import java.util.Arrays;

/// The natural limits of a process, from the values of a baseline: what it does by itself lies
/// within them, as long as it does not change. They are frozen with their baseline and compared
/// with what comes after it (Wheeler, *Understanding Variation*; NIST/SEMATECH e-Handbook 6.3.2.2).
///
/// @param points how many values the baseline has
/// @param centre their mean
/// @param meanMovingRange the mean distance between neighbours
/// @param medianMovingRange the median one, which a single jump does not widen
public record Limits(int points, double centre, double meanMovingRange, double medianMovingRange) {
  /// Fewer values give no limits.
  public static final int FEWEST = 12;

  /// From so many on, limits hardly move with one more value.
  public static final int ENOUGH = 20;

  /// The mean range of two values of a normal distribution, in standard deviations.
  private static final double D2 = 1.128;

  /// The upper limit of a range of two values, in mean ranges.
  private static final double D4 = 3.267;

  /// @param baseline at least two finite values in the order of time; whether there are enough of
  ///   them to be drawn is for `FEWEST` to say
  /// @throws IllegalArgumentException otherwise, and for values whose distance is no number any
  ///   more
  public static Limits of(double... baseline) {
    if (baseline.length < 2) {
      throw new IllegalArgumentException("a range takes two values");
    }
    if (!Arrays.stream(baseline).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("values are finite");
    }
    double[] ranges = movingRanges(baseline);
    if (!Arrays.stream(ranges).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("values are too far apart to be subtracted");
    }
    return new Limits(baseline.length, mean(baseline), mean(ranges), median(ranges));
  }

  /// With ranges so many times as wide.
  Limits widened(double times) {
    return new Limits(points, centre, times * meanMovingRange, times * medianMovingRange);
  }

  /// The estimated standard deviation of what the process does by itself.
  public double sigma() {
    return meanMovingRange / D2;
  }

  public double upper() {
    return centre + 3 * sigma();
  }

  public double lower() {
    return centre - 3 * sigma();
  }

  /// The largest distance between neighbours that the process makes by itself.
  public double upperMovingRange() {
    return D4 * meanMovingRange;
  }

  /// Distances between neighbours; one less than there are values.
  static double[] movingRanges(double[] values) {
    double[] ranges = new double[values.length - 1];
    for (int i = 1; i < values.length; i++) {
      ranges[i - 1] = Math.abs(values[i] - values[i - 1]);
    }
    return ranges;
  }

  private static double mean(double[] values) {
    double sum = Arrays.stream(values).sum();
    return Double.isFinite(sum)
        ? sum / values.length
        : Arrays.stream(values).map(value -> value / values.length).sum();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
  }
}
