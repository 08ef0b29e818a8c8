package io.fairlead.methods.measures;

import io.fairlead.methods.measures.Season.Kind;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.FDistribution;

/// Whether a history has a season. Asked as X-11 asks for a stable one: an analysis of variance of
/// what the trend leaves over, between the places of a period against within them, at one in a
/// thousand since what is left over is not independent (Lothian and Morry 1978; Ladiray and
/// Quenneville 2001, 2.3). From four whole periods on the trend is the moving average of the
/// classical decomposition. Of two or three periods that would leave one or two values a place, so
/// there a straight line is fitted together with the places.
final class Seasonality {
  /// In so many cases chance alone may pass for a season.
  private static final double RISK = 0.001;

  private static final int FEWEST_PERIODS = 2;
  private static final int ENOUGH_PERIODS = 4;

  /// With more missing, a gap is no exception any more.
  private static final double MOST_MISSING = 1.0 / 3;

  /// Five standard deviations of a normal distribution, in median distances.
  private static final double FAR = 5 * 1.4826;

  /// A season multiplies only if that leaves so much less unexplained; otherwise it adds.
  private static final double CLEARLY = 0.8;

  /// What is left over of a straight line by rounding, of the sum of squares.
  private static final double HAIR = 1e-20;

  private final double[] grid;
  private final double[] filled;
  private final int period;
  private final boolean isShort;

  private Seasonality(double[] grid, int period) {
    this.grid = grid;
    this.filled = filled(grid);
    this.period = period;
    this.isShort = grid.length < ENOUGH_PERIODS * period;
  }

  /// The season of a history, its first figure for the first place; empty if it has none.
  static Optional<Season> of(History history) {
    long span = history.span();
    boolean isDense = history.size() > 0 && history.gaps() <= MOST_MISSING * span;
    return isDense ? of(history.grid(history.values()), history.period()) : Optional.empty();
  }

  /// @param grid one figure a place, `NaN` for a gap, with a value at both ends
  static Optional<Season> of(double[] grid, int period) {
    long gaps = Arrays.stream(grid).filter(Double::isNaN).count();
    return period >= 2
            && grid.length >= FEWEST_PERIODS * period
            && gaps <= MOST_MISSING * grid.length
        ? new Seasonality(grid, period).found()
        : Optional.empty();
  }

  /// By how much ranges must be widened that were measured after a season was taken out: figures
  /// that two or three values speak for have taken part of their noise with them.
  static double widening(History history, Season season) {
    int period = season.figures().size();
    boolean isShort = history.span() < (long) ENOUGH_PERIODS * period;
    return isShort ? Math.sqrt(history.size() / (double) (history.size() - period)) : 1;
  }

  private Optional<Season> found() {
    double[] trend = trend();
    replaceExtremes(trend, fitting(trend, Season::typical));
    trend = trend();
    if (!isSeasonal(isShort ? cleaned() : over(trend))) {
      return Optional.empty();
    }
    return Optional.of(fitting(trend, Season::over));
  }

  private double[] trend() {
    return isShort ? line() : Season.average(filled, period);
  }

  /// How the figures of a kind of season are found.
  private interface Figures {
    Season of(double[] trend, double[] values, int period, Kind kind);
  }

  private Season fitting(double[] trend, Figures figures) {
    Season adds = figures.of(trend, filled, period, Kind.ADDITIVE);
    if (!allAboveZero(filled) || !allAboveZero(trend)) {
      return adds;
    }
    Season multiplies = figures.of(trend, filled, period, Kind.MULTIPLICATIVE);
    return missed(trend, multiplies) < CLEARLY * missed(trend, adds) ? multiplies : adds;
  }

  /// A value far from its trend and its season would be taken for a part of both: as X-11 does, it
  /// gives way to what they say of it.
  private void replaceExtremes(double[] trend, Season season) {
    double[] missed =
        IntStream.range(0, grid.length)
            .mapToDouble(i -> filled[i] - season.with(trend[i], i))
            .toArray();
    double[] sizes = Arrays.stream(missed).map(Math::abs).filter(it -> it >= 0).sorted().toArray();
    double far = FAR * sizes[sizes.length / 2];
    for (int i = 0; i < filled.length; i++) {
      if (far > 0 && Math.abs(missed[i]) > far) {
        filled[i] -= missed[i];
      }
    }
  }

  /// The values without the gaps that were bridged.
  private double[] cleaned() {
    double[] values = filled.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.isNaN(grid[i]) ? Double.NaN : values[i];
    }
    return values;
  }

  private static boolean allAboveZero(double[] values) {
    return Arrays.stream(values).noneMatch(value -> value <= 0);
  }

  private double[] over(double[] trend) {
    double[] left = cleaned();
    for (int i = 0; i < left.length; i++) {
      left[i] -= trend[i];
    }
    return left;
  }

  /// What a trend with a season does not explain, squared and summed.
  private double missed(double[] trend, Season season) {
    double sum = 0;
    for (int i = 0; i < grid.length; i++) {
      double missed = filled[i] - season.with(trend[i], i);
      sum += Double.isNaN(missed) ? 0 : missed * missed;
    }
    return sum;
  }

  /// The straight line whose slope is that within the places.
  private double[] line() {
    Moments within = moments(filled, true);
    double slope = within.slope();
    double middle = (filled.length - 1) / 2.0;
    double mean = Arrays.stream(filled).average().orElseThrow();
    double[] line = new double[filled.length];
    Arrays.setAll(line, i -> mean + slope * (i - middle));
    return line;
  }

  private boolean isSeasonal(double[] values) {
    Moments all = moments(values, false);
    Moments within = moments(values, true);
    int used = within.places;
    int free = within.count - used - (isShort ? 1 : 0);
    double total = isShort ? all.offLine() : all.squares;
    double left = isShort ? within.offLine() : within.squares;
    if (used < 2 || free < 1 || !(total > HAIR * all.size)) {
      return false;
    }
    double ratio = (total - left) / (used - 1) / (left / free);
    if (Double.isNaN(ratio) || ratio <= 0) {
      return false;
    }
    return Double.isInfinite(ratio)
        || 1 - new FDistribution(used - 1, free).cumulativeProbability(ratio) < RISK;
  }

  /// Sums of squares around one mean, or around the mean of each place.
  ///
  /// @param size the sum of squares around 0
  private record Moments(
      int count, int places, double squares, double products, double times, double size) {
    double slope() {
      return times > 0 ? products / times : 0;
    }

    double offLine() {
      return Math.max(0, squares - slope() * products);
    }
  }

  private Moments moments(double[] values, boolean withinPlaces) {
    int places = withinPlaces ? period : 1;
    int[] counts = new int[places];
    double[] means = new double[places];
    double[] times = new double[places];
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        counts[i % places]++;
        means[i % places] += values[i];
        times[i % places] += i;
      }
    }
    int used = 0;
    for (int place = 0; place < places; place++) {
      used += counts[place] > 0 ? 1 : 0;
      means[place] /= counts[place];
      times[place] /= counts[place];
    }
    double squares = 0;
    double products = 0;
    double ofTime = 0;
    double size = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        double value = values[i] - means[i % places];
        double time = i - times[i % places];
        squares += value * value;
        products += value * time;
        ofTime += time * time;
        size += values[i] * values[i];
      }
    }
    return new Moments(Arrays.stream(counts).sum(), used, squares, products, ofTime, size);
  }

  /// Gaps bridged by a straight line, to find a trend and the figures; the test does without them.
  private static double[] filled(double[] grid) {
    double[] filled = grid.clone();
    int last = 0;
    for (int i = 1; i < filled.length; i++) {
      if (Double.isNaN(filled[i])) {
        continue;
      }
      for (int gap = last + 1; gap < i; gap++) {
        double share = (gap - last) / (double) (i - last);
        filled[gap] = filled[last] * (1 - share) + filled[i] * share;
      }
      last = i;
    }
    return filled;
  }
}
