package io.fairlead.methods.measures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// What the time of the year does to a series: one figure for each place in the period, by
/// classical decomposition. The trend is a centred moving average over one period (of an even one
/// with half weights at both ends); what is left over it is averaged for each place, and the
/// averages are scaled so that a whole period changes nothing (Kendall and Stuart 1983; as
/// `decompose` of R does).
///
/// @param kind how figures and trend make a value
/// @param figures one a place, the first for the first value of the series
public record Season(Kind kind, List<Double> figures) {

  /// Whether a season adds to the trend or multiplies it.
  public enum Kind {
    ADDITIVE,
    MULTIPLICATIVE
  }

  public Season {
    figures = List.copyOf(figures);
  }

  /// @param values finite, in the order of time, without gaps
  /// @param period how many values make one
  /// @return empty with fewer than two whole periods, or where a multiplicative one meets a value
  ///   that is not above 0
  /// @throws IllegalArgumentException for a period of less than two
  public static Optional<Season> of(double[] values, int period, Kind kind) {
    if (period < 2) {
      throw new IllegalArgumentException("a period has at least two places");
    }
    if (values.length < 2 * period
        || (kind == Kind.MULTIPLICATIVE && !Arrays.stream(values).allMatch(value -> value > 0))) {
      return Optional.empty();
    }
    return Optional.of(over(average(values, period), values, period, kind));
  }

  /// The figures of what is left over a trend, by the mean of each place.
  ///
  /// @param trend `NaN` where there is none
  static Season over(double[] trend, double[] values, int period, Kind kind) {
    return figured(trend, values, period, kind, left -> Arrays.stream(left).average().orElse(0));
  }

  /// The same by the median of each place, which one strange year does not move.
  static Season typical(double[] trend, double[] values, int period, Kind kind) {
    return figured(trend, values, period, kind, Season::median);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static Season figured(
      double[] trend, double[] values, int period, Kind kind, ToDoubleFunction<double[]> middle) {
    boolean multiplies = kind == Kind.MULTIPLICATIVE;
    double[] figures = new double[period];
    for (int place = 0; place < period; place++) {
      double[] left =
          IntStream.iterate(place, i -> i < values.length, i -> i + period)
              .filter(i -> !Double.isNaN(trend[i]))
              .mapToDouble(i -> multiplies ? values[i] / trend[i] : values[i] - trend[i])
              .toArray();
      figures[place] = middle.applyAsDouble(left);
    }
    double mean = Arrays.stream(figures).average().orElseThrow();
    for (int place = 0; place < period; place++) {
      figures[place] = multiplies ? figures[place] / mean : figures[place] - mean;
    }
    return new Season(kind, Arrays.stream(figures).boxed().toList());
  }

  /// The centred moving average over one period; `NaN` at both ends.
  static double[] average(double[] values, int period) {
    double[] averages = new double[values.length];
    Arrays.fill(averages, Double.NaN);
    int half = period / 2;
    for (int i = half; i < values.length - half; i++) {
      averages[i] = average(values, i, period);
    }
    return averages;
  }

  private static double average(double[] values, int i, int period) {
    int half = period / 2;
    double sum = 0;
    for (int at = i - half; at <= i + half; at++) {
      boolean end = period % 2 == 0 && (at == i - half || at == i + half);
      sum += end ? values[at] / 2 : values[at];
    }
    return sum / period;
  }

  /// A value with its season on it.
  ///
  /// @param place of the value, the first being 0
  double with(double value, long place) {
    double figure = figure(place);
    return kind == Kind.MULTIPLICATIVE ? value * figure : value + figure;
  }

  /// A value without its season.
  double without(double value, long place) {
    double figure = figure(place);
    return kind == Kind.MULTIPLICATIVE ? value / figure : value - figure;
  }

  private double figure(long place) {
    return figures.get(Math.toIntExact(place % figures.size()));
  }

  /// The series without its season.
  ///
  /// @param values in the order of time, the first at the first place
  public double[] without(double[] values) {
    double[] left = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      left[i] = without(values[i], i);
    }
    return left;
  }
}
