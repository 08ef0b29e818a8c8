package io.fairlead.methods.scorecard;

import io.fairlead.methods.measures.LeadLag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;

/// Whether the data show what an arrow of a strategy map says: that progress at its beginning is
/// followed by progress (or loss) at its end. A hypothesis that is supported is still no cause: a
/// third thing may move both.
///
/// @param finding what the data show
/// @param periods how many periods in a row have both values
/// @param lag after how many periods they go together most; 0 with too little data
/// @param correlation at that lag, of what is better with what is better
/// @param band what chance alone stays below
public record ArrowTest(Finding finding, int periods, int lag, double correlation, double band) {

  /// What the data show.
  public enum Finding {
    /// One is followed by the other as the arrow says.
    SUPPORTED,
    /// One is followed by the other the other way round: what was to help costs.
    OTHER_SIGN,
    /// Nothing that chance or the reverse would not show as well.
    NO_LEAD,
    /// Not enough values of both in a row.
    TOO_LITTLE_DATA;

    /// Stable and lower-case: `other-sign`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// @param from by the number of its period what the beginning of the arrow had, more being better
  ///   ([Yardstick#better]); finite
  /// @param to the same of its end
  /// @param expectedLag periods after which the effect is expected; longer ones than usual are
  ///   looked at if this asks for it
  public static ArrowTest of(
      Sign sign, int expectedLag, SortedMap<Long, Double> from, SortedMap<Long, Double> to) {
    List<Long> run = longestRun(from, to);
    double[] first = run.stream().mapToDouble(period -> value(from, period)).toArray();
    double[] second = run.stream().mapToDouble(period -> value(to, period)).toArray();
    int most = Math.max(LeadLag.USUAL_LAGS, expectedLag + 2);
    LeadLag found = LeadLag.of(first, second, most);
    return new ArrowTest(
        finding(sign, found), run.size(), found.bestLag(), found.correlation(), found.band());
  }

  private static Finding finding(Sign sign, LeadLag found) {
    return switch (found.verdict()) {
      case TOO_LITTLE_DATA -> Finding.TOO_LITTLE_DATA;
      case DOES_NOT_LEAD -> Finding.NO_LEAD;
      case LEADS ->
          found.correlation() * sign.factor() > 0 ? Finding.SUPPORTED : Finding.OTHER_SIGN;
    };
  }

  private static double value(SortedMap<Long, Double> series, Long period) {
    return Objects.requireNonNull(series.get(period));
  }

  /// A gap would shift everything behind it, so only periods without one between them are compared;
  /// of runs of the same length the latest.
  private static List<Long> longestRun(SortedMap<Long, Double> from, SortedMap<Long, Double> to) {
    List<Long> longest = List.of();
    List<Long> run = new ArrayList<>();
    for (Long period : from.keySet()) {
      if (!to.containsKey(period)) {
        continue;
      }
      if (!run.isEmpty() && run.getLast() + 1 != period) {
        run = new ArrayList<>();
      }
      run.add(period);
      if (run.size() >= longest.size()) {
        longest = run;
      }
    }
    return longest;
  }

  /// Whether it comes about when the arrow says: within one period or a half of the lag.
  public boolean inTime(int expectedLag) {
    return Math.abs(lag - expectedLag) <= Math.max(1, expectedLag / 2.0);
  }
}
