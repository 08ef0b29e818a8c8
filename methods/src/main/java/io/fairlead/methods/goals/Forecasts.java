package io.fairlead.methods.goals;

import io.fairlead.methods.goals.Forecast.Fit;
import io.fairlead.methods.goals.Forecast.Interval;
import io.fairlead.methods.goals.Forecast.None;
import io.fairlead.methods.goals.Forecast.Paced;
import io.fairlead.methods.goals.Forecast.Trend;
import io.fairlead.methods.goals.Forecast.Why;
import java.util.List;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.TDistribution;

/// Forecasts the end of a key result from its check-ins: the least-squares line with its t
/// prediction interval, `ŷ ± t(n−2) · s · √(1 + 1/n + (x − x̄)²/Sxx)`, and the chance of reaching
/// the target, `1 − T((target − ŷ) / se)`. At most five check-ins, or an outlier, and the figure
/// itself comes from the Theil–Sen line; interval and chance stay those of least squares, which an
/// outlier only widens.
///
/// @param atLeast days with a check-in that a trend needs
/// @param share of the period that must have been seen
/// @param confidence of the interval
public record Forecasts(int atLeast, double share, double confidence) {
  private static final int FEW = 5;

  /// Rousseeuw and Leroy 1987: more than 2.5 robust deviations off the robust line, the deviation
  /// being 1.4826 (1 + 5 / (n − 2)) times the median distance, since that is small by chance in
  /// short series.
  private static final double OUTLIER = 2.5;

  private static final double DEVIATION_OF_MEDIAN = 1.4826;
  private static final double HAIR = 1e-9;

  /// Four check-ins and a quarter of the period; 80 %.
  public static final Forecasts STANDARD = new Forecasts(4, 0.25, 0.8);

  public Forecasts {
    if (atLeast < 3 || !(share >= 0 && share <= 1) || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("a trend needs three points and real shares");
    }
  }

  /// @param series the check-ins, in any order; several on one day are corrections, and the last of
  ///   them in the list counts
  public Forecast of(Course course, List<Observation> series) {
    List<Observation> days = lastOfEachDay(series);
    int n = days.size();
    if (n == 0) {
      return new None(Why.NO_CHECK_IN, 0);
    }
    Observation newest = days.getLast();
    if (n < atLeast) {
      return paced(course, newest, Why.TOO_FEW, n);
    }
    if (newest.day() < share * course.days() - HAIR) {
      return paced(course, newest, Why.TOO_EARLY, n);
    }
    return trend(course, days);
  }

  private static List<Observation> lastOfEachDay(List<Observation> series) {
    var byDay = new TreeMap<Double, Observation>();
    series.forEach(seen -> byDay.put(seen.day(), seen));
    return List.copyOf(byDay.values());
  }

  private static Forecast paced(Course course, Observation newest, Why why, int n) {
    Pace pace = Pace.of(course, newest.day(), newest.value());
    Double end = pace.forecast();
    return end == null ? new None(Why.NOT_STARTED, n) : new Paced(end, pace, why, n);
  }

  private Forecast trend(Course course, List<Observation> series) {
    int n = series.size();
    double end = course.days();
    Line line = Line.leastSquares(series);
    Line median = Line.theilSen(series);
    double scale = scale(course, series);
    double left = deviation(series, line);
    boolean exact = left <= HAIR * scale;
    boolean robust = n <= FEW || hasOutlier(series, median, scale);
    double error = exact ? 0 : left * spread(series, end);
    var student = new TDistribution(n - 2.0, 1e-14);
    double t = student.inverseCumulativeProbability(0.5 + confidence / 2);
    return new Trend(
        robust ? median.at(end) : line.at(end),
        robust,
        chance(course, line.at(end), error, student, HAIR * scale),
        new Interval(line.at(end) - t * error, line.at(end) + t * error),
        new Fit(line.slope(), line.intercept(), left, line.at(end)),
        new Fit(median.slope(), median.intercept(), deviation(series, median), median.at(end)),
        exact,
        n);
  }

  private static double chance(
      Course course, double end, double error, TDistribution student, double hair) {
    double ahead = course.rises() ? end - course.target() : course.target() - end;
    if (error == 0) {
      return ahead >= -hair ? 1 : 0;
    }
    return student.cumulativeProbability(ahead / error);
  }

  private static double spread(List<Observation> series, double day) {
    double mean = series.stream().mapToDouble(Observation::day).average().orElseThrow();
    double squares = series.stream().mapToDouble(seen -> square(seen.day() - mean)).sum();
    return Math.sqrt(1 + 1.0 / series.size() + square(day - mean) / squares);
  }

  private static double deviation(List<Observation> series, Line line) {
    double squares =
        series.stream().mapToDouble(seen -> square(seen.value() - line.at(seen.day()))).sum();
    return Math.sqrt(squares / (series.size() - 2));
  }

  private static boolean hasOutlier(List<Observation> series, Line line, double scale) {
    double[] off =
        series.stream().mapToDouble(seen -> Math.abs(seen.value() - line.at(seen.day()))).toArray();
    double small = 1 + 5.0 / (series.size() - 2);
    double usual = Math.max(DEVIATION_OF_MEDIAN * small * Line.median(off), HAIR * scale);
    for (double distance : off) {
      if (distance > OUTLIER * usual) {
        return true;
      }
    }
    return false;
  }

  private static double scale(Course course, List<Observation> series) {
    double largest = Math.max(Math.abs(course.baseline()), Math.abs(course.target()));
    for (Observation seen : series) {
      largest = Math.max(largest, Math.abs(seen.value()));
    }
    return largest;
  }

  private static double square(double value) {
    return value * value;
  }
}
