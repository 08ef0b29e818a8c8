package io.fairlead.methods.measures;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// Whether one measure leads another, from their history: both are differenced, what the first
/// one's own past says of it is taken out of both, and what is left is correlated at every lag (Box
/// and Jenkins; Haugh 1976). Two series that merely grow together show nothing then. A lead is no
/// cause: a third thing may move both.
///
/// @param verdict what can be said
/// @param bestLag the lag above 0 at which they go together most, in values; 0 where nothing can be
///   said
/// @param correlation at that lag, from -1 to 1
/// @param band what chance alone stays below at all lags above 0 together, in nineteen of twenty
///   cases (Bonferroni)
/// @param points how many values were compared
/// @param correlations at the lags from `-most` to `most`
public record LeadLag(
    Verdict verdict,
    int bestLag,
    double correlation,
    double band,
    int points,
    List<Double> correlations) {
  /// With fewer values left nothing is said.
  public static final int FEWEST = 30;

  /// Lags that are looked at on either side unless asked otherwise.
  public static final int USUAL_LAGS = 10;

  private static final double RISK = 0.05;

  /// What the history says.
  public enum Verdict {
    LEADS("leads"),
    DOES_NOT_LEAD("does not lead"),
    TOO_LITTLE_DATA("too little data");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /// As the command line writes it.
    public String words() {
      return words;
    }
  }

  public LeadLag {
    correlations = List.copyOf(correlations);
  }

  /// @param lead what may lead, in the order of time
  /// @param lagging what may follow, of the same times
  /// @param most the longest lag that is looked at
  /// @throws IllegalArgumentException for series of different lengths or values that are not finite
  public static LeadLag of(double[] lead, double[] lagging, int most) {
    return of(lead, lagging, most, -1);
  }

  /// Of histories, at the times that both have values for: the one with more values a period is
  /// averaged over the periods of the other, and seasons are taken out of both first.
  public static LeadLag of(History lead, History lagging) {
    Alignment aligned = Alignment.of(lead, lagging);
    return of(array(aligned.first()), array(aligned.second()), USUAL_LAGS);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(each -> each).toArray();
  }

  /// The same with an autoregression of a given order, as an analyst may have chosen it.
  public static LeadLag ofOrder(double[] lead, double[] lagging, int most, int order) {
    if (order < 0) {
      throw new IllegalArgumentException("an order is not below 0");
    }
    return of(lead, lagging, most, order);
  }

  /// @param order of the autoregression; below 0 it is chosen by Akaike's criterion
  private static LeadLag of(double[] lead, double[] lagging, int most, int order) {
    if (lead.length != lagging.length) {
      throw new IllegalArgumentException("both series speak of the same times");
    }
    for (int i = 0; i < lead.length; i++) {
      if (!Double.isFinite(lead[i]) || !Double.isFinite(lagging[i])) {
        throw new IllegalArgumentException("values are finite");
      }
    }
    double[] x = Series.centred(Series.differences(lead));
    double[] y = Series.centred(Series.differences(lagging));
    if (x.length < FEWEST || x.length <= 2 * most) {
      return tooLittle(x.length);
    }
    Autoregression own = order < 0 ? Autoregression.chosen(x) : Autoregression.of(x, order);
    double[] u = Series.centred(own.residuals(x));
    double[] v = Series.centred(own.residuals(y));
    double scale = Math.sqrt(Series.covariance(u, u, 0) * Series.covariance(v, v, 0));
    // A series that never moves, or moves by rule alone, leads nothing that could be seen.
    if (u.length < FEWEST || u.length <= 2 * most || !(scale > 0)) {
      return tooLittle(u.length);
    }
    double[] correlations = new double[2 * most + 1];
    for (int lag = -most; lag <= most; lag++) {
      correlations[lag + most] = Series.covariance(u, v, lag) / scale;
    }
    return judged(correlations, most, u.length);
  }

  private static LeadLag tooLittle(int points) {
    return new LeadLag(Verdict.TOO_LITTLE_DATA, 0, 0, 0, points, List.of());
  }

  /// It leads where it shows more after than at once or before, and more than chance would.
  private static LeadLag judged(double[] correlations, int most, int points) {
    int best = 1;
    double before = 0;
    for (int lag = -most; lag <= most; lag++) {
      double size = Math.abs(correlations[lag + most]);
      if (lag <= 0) {
        before = Math.max(before, size);
      } else if (size > Math.abs(correlations[best + most])) {
        best = lag;
      }
    }
    double band = quantile(1 - RISK / (2 * most)) / Math.sqrt(points);
    double size = Math.abs(correlations[best + most]);
    Verdict verdict = size > band && size > before ? Verdict.LEADS : Verdict.DOES_NOT_LEAD;
    return new LeadLag(
        verdict,
        best,
        correlations[best + most],
        band,
        points,
        Arrays.stream(correlations).boxed().toList());
  }

  /// The band that chance stays below at one lag.
  public double bandOfOneLag() {
    return quantile(1 - RISK / 2) / Math.sqrt(points);
  }

  private static double quantile(double share) {
    return new NormalDistribution(0, 1).inverseCumulativeProbability(share);
  }
}
