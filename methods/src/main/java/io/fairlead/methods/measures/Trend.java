package io.fairlead.methods.measures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// Where a series goes by itself: the median of the slopes between any two of its values, which a
/// few strange values do not move, with the interval that their ranks give.
///
/// The interval is that of Sen (1968): of `N` slopes in order, those `z·s` places apart around the
/// middle, `s² = n (n − 1) (2n + 5) / 18`. Neighbours that resemble each other say less than they
/// seem to, so `s²` is taken `(1 + r) / (1 − r)` times, `r` being how much a value says of the next
/// one beside the line (Yue and Wang 2004). Of more than [#MOST] values, so many medians of
/// neighbours are taken.
///
/// @param perDay the slope, in units a day
/// @param lower where the slope begins, at 95 in 100
/// @param upper where it ends
/// @param from the first day it was read from
/// @param to the last one
/// @param level of the line on the day `from`
public record Trend(
    double perDay, double lower, double upper, LocalDate from, LocalDate to, double level) {
  /// Of fewer values nothing is said.
  public static final int FEWEST = 10;

  /// Of more, neighbours are taken together.
  public static final int MOST = 240;

  private static final double Z = new NormalDistribution(0, 1).inverseCumulativeProbability(0.975);

  /// @param days rising, each once
  /// @param values one a day, without their season where they have one
  /// @return empty with fewer than [#FEWEST] values
  public static Optional<Trend> of(List<LocalDate> days, double... values) {
    if (values.length < FEWEST) {
      return Optional.empty();
    }
    LocalDate from = days.getFirst();
    int points = Math.min(values.length, MOST);
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      int begin = (int) ((long) i * values.length / points);
      int end = (int) ((long) (i + 1) * values.length / points);
      x[i] = daysBetween(from, days.get((begin + end - 1) / 2));
      y[i] = median(Arrays.copyOfRange(values, begin, end));
    }
    double[] slopes = slopes(x, y);
    double slope = median(slopes);
    double[] left = new double[points];
    for (int i = 0; i < points; i++) {
      left[i] = y[i] - slope * x[i];
    }
    double level = median(left);
    double reach =
        Z * Math.sqrt(points * (points - 1.0) * (2.0 * points + 5) / 18 * echo(left, level));
    int low = (int) Math.floor((slopes.length - reach) / 2);
    int high = (int) Math.ceil((slopes.length + reach) / 2);
    return Optional.of(
        new Trend(
            slope,
            low < 0 ? Double.NEGATIVE_INFINITY : slopes[low],
            high >= slopes.length ? Double.POSITIVE_INFINITY : slopes[high],
            from,
            days.getLast(),
            level));
  }

  /// Whether there is one: the interval does not hold a slope of 0.
  public boolean isThere() {
    return lower > 0 || upper < 0;
  }

  /// Where the line is on a day.
  public double at(LocalDate day) {
    return level + perDay * daysBetween(from, day);
  }

  private static double daysBetween(LocalDate from, LocalDate to) {
    return (double) (to.toEpochDay() - from.toEpochDay());
  }

  private static double[] slopes(double[] x, double[] y) {
    double[] slopes = new double[x.length * (x.length - 1) / 2];
    int at = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        slopes[at++] = (y[j] - y[i]) / (x[j] - x[i]);
      }
    }
    Arrays.sort(slopes);
    return slopes;
  }

  /// How much wider the ranks spread for values that resemble their neighbours.
  private static double echo(double[] left, double level) {
    double products = 0;
    double squares = 0;
    for (int i = 0; i < left.length; i++) {
      squares += (left[i] - level) * (left[i] - level);
      products += i == 0 ? 0 : (left[i] - level) * (left[i - 1] - level);
    }
    double alike = squares == 0 ? 0 : Math.clamp(products / squares, 0, 0.95);
    return (1 + alike) / (1 - alike);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
