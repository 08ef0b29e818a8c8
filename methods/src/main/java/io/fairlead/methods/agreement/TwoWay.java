package io.fairlead.methods.agreement;

import io.fairlead.methods.agreement.Reliability.Degrees;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.FDistribution;

/// Samples that are all scored by the same people: the six coefficients of Shrout and Fleiss
/// (1979). BMS is the mean square between samples, JMS between raters, EMS what is left, WMS within
/// samples.
///
/// Agreement, ICC(2,·), counts it against the raters when some are stricter than others: they are
/// thought of as drawn from many. Consistency, ICC(3,·), does not: only these raters will ever
/// score. Intervals as in their paper; that of ICC(2,1) with Satterthwaite's degrees of freedom.
///
/// @param agreement ICC(2,1) = (BMS − EMS) / (BMS + (k − 1) EMS + k (JMS − EMS) / n)
/// @param meanAgreement ICC(2,k)
/// @param consistency ICC(3,1) = (BMS − EMS) / (BMS + (k − 1) EMS)
/// @param meanConsistency ICC(3,k)
public record TwoWay(
    AgreementStatus status,
    int samples,
    int raters,
    double between,
    double ofRaters,
    double within,
    double error,
    Optional<Reliability> agreement,
    Optional<Reliability> meanAgreement,
    Optional<Reliability> consistency,
    Optional<Reliability> meanConsistency) {

  /// @param table by sample the rating of each rater
  /// @throws IllegalArgumentException for rows of different length or ratings that are not finite
  public static TwoWay of(List<double[]> table) {
    Ratings.requireFinite(table);
    int samples = table.size();
    int raters = samples == 0 ? 0 : table.getFirst().length;
    if (table.stream().anyMatch(row -> row.length != raters)) {
      throw new IllegalArgumentException("every rater scores every sample");
    }
    if (samples < 2 || raters < 2) {
      return without(AgreementStatus.TOO_FEW, samples, raters, Squares.NONE);
    }
    Squares squares = Squares.of(table, samples, raters);
    if (squares.between == 0) {
      boolean still = squares.within == 0;
      return without(
          still ? AgreementStatus.ZERO_VARIANCE : AgreementStatus.NOT_IDENTIFIED,
          samples,
          raters,
          squares);
    }
    Degrees degrees = new Degrees(samples - 1.0, (samples - 1.0) * (raters - 1.0));
    Reliability consistency = Reliability.ofOne(squares.between, squares.error, raters, degrees);
    Optional<Reliability> agreement =
        Optional.of(agreement(squares, samples, raters)).filter(Reliability::finite);
    return new TwoWay(
        AgreementStatus.OK,
        samples,
        raters,
        squares.between,
        squares.ofRaters,
        squares.within,
        squares.error,
        agreement,
        agreement.map(each -> each.ofMean(raters)),
        Optional.of(consistency),
        Optional.of(consistency.ofMean(raters)));
  }

  private static TwoWay without(AgreementStatus status, int samples, int raters, Squares squares) {
    return new TwoWay(
        status,
        samples,
        raters,
        squares.between,
        squares.ofRaters,
        squares.within,
        squares.error,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Reliability agreement(Squares squares, double n, double k) {
    double between = squares.between;
    double error = squares.error;
    double ofRaters = squares.ofRaters;
    double value = (between - error) / (between + (k - 1) * error + k * (ofRaters - error) / n);
    if (error == 0 && ofRaters == 0) {
      return new Reliability(1, 1, 1);
    }
    double rest = n * (1 + (k - 1) * value) - k * value;
    double numerator = k * value * ofRaters + rest * error;
    double denominator =
        (n - 1) * k * k * value * value * ofRaters * ofRaters + rest * rest * error * error;
    double freedom = (k - 1) * (n - 1) * numerator * numerator / denominator;
    double low = Reliability.quantile(n - 1, freedom);
    double high = Reliability.quantile(freedom, n - 1);
    double others = k * ofRaters + (k * n - k - n) * error;
    return new Reliability(
        value,
        n * (between - low * error) / (low * others + n * between),
        n * (high * between - error) / (others + n * high * between));
  }

  /// By chance alone samples would differ as much as they do in this share of cases.
  public double chance() {
    if (status != AgreementStatus.OK || error == 0) {
      return status == AgreementStatus.OK ? 0 : 1;
    }
    FDistribution byChance = new FDistribution(samples - 1.0, (samples - 1.0) * (raters - 1.0));
    return 1 - byChance.cumulativeProbability(between / error);
  }

  private record Squares(double between, double ofRaters, double within, double error) {
    static final Squares NONE = new Squares(0, 0, 0, 0);

    static Squares of(List<double[]> table, int samples, int raters) {
      double grand = table.stream().mapToDouble(Ratings::mean).average().orElse(0);
      double between = 0;
      double within = 0;
      double[] byRater = new double[raters];
      for (double[] row : table) {
        double mean = Ratings.mean(row);
        between += raters * (mean - grand) * (mean - grand);
        within += Ratings.squaresAround(mean, row);
        for (int rater = 0; rater < raters; rater++) {
          byRater[rater] += row[rater] / samples;
        }
      }
      double ofRaters = samples * Ratings.squaresAround(grand, byRater);
      double hair = Ratings.HAIR * (between + within + grand * grand);
      double[] sums =
          Arrays.stream(new double[] {between, ofRaters, within, within - ofRaters})
              .map(sum -> sum <= hair ? 0 : sum)
              .toArray();
      return new Squares(
          sums[0] / (samples - 1),
          sums[1] / (raters - 1),
          sums[2] / (samples * (raters - 1.0)),
          sums[3] / ((samples - 1.0) * (raters - 1.0)));
    }
  }
}
