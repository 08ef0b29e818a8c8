package io.fairlead.methods.agreement;

import io.fairlead.methods.agreement.Reliability.Degrees;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Samples scored by whoever was at hand, not always by the same people: ICC(1,1) and ICC(1,k)
/// (Shrout and Fleiss 1979) from a one-way analysis of variance. With MSB between and MSW within
/// samples, ICC(1,1) = (MSB − MSW) / (MSB + (k − 1) MSW) and ICC(1,k) = (MSB − MSW) / MSB.
///
/// Where samples have different numbers of ratings, k is n₀ = (N − Σn² / N) / (J − 1), which is k
/// where they have the same, and the interval is then approximate.
///
/// @param samples how many have at least two ratings; others say nothing about agreement
/// @param ratings of those samples
/// @param size k
/// @param one the reliability of one rating; empty unless the status is OK
/// @param mean that of the mean of k ratings
public record OneWay(
    AgreementStatus status,
    int samples,
    int ratings,
    double size,
    double between,
    double within,
    Optional<Reliability> one,
    Optional<Reliability> mean) {

  /// @param rated the ratings of each sample
  /// @throws IllegalArgumentException for ratings that are not finite
  public static OneWay of(List<double[]> rated) {
    Ratings.requireFinite(rated);
    List<double[]> samples = rated.stream().filter(ratings -> ratings.length >= 2).toList();
    int all = samples.stream().mapToInt(ratings -> ratings.length).sum();
    if (samples.size() < 2) {
      return without(AgreementStatus.TOO_FEW, samples.size(), all, 0, 0, 0);
    }
    double grand = samples.stream().flatMapToDouble(Arrays::stream).sum() / all;
    double squares = 0;
    double sumBetween = 0;
    double sumWithin = 0;
    for (double[] ratings : samples) {
      double mean = Ratings.mean(ratings);
      squares += (double) ratings.length * ratings.length;
      sumBetween += ratings.length * (mean - grand) * (mean - grand);
      sumWithin += Ratings.squaresAround(mean, ratings);
    }
    Degrees degrees = new Degrees(samples.size() - 1.0, (double) all - samples.size());
    double hair = Ratings.HAIR * (sumBetween + sumWithin + grand * grand);
    double between = sumBetween <= hair ? 0 : sumBetween / degrees.between();
    double within = sumWithin <= hair ? 0 : sumWithin / degrees.within();
    double size = (all - squares / all) / degrees.between();
    if (between == 0) {
      AgreementStatus status =
          within == 0 ? AgreementStatus.ZERO_VARIANCE : AgreementStatus.NOT_IDENTIFIED;
      return without(status, samples.size(), all, size, between, within);
    }
    Reliability one = Reliability.ofOne(between, within, size, degrees);
    return new OneWay(
        AgreementStatus.OK,
        samples.size(),
        all,
        size,
        between,
        within,
        Optional.of(one),
        Optional.of(one.ofMean(size)));
  }

  private static OneWay without(
      AgreementStatus status, int samples, int all, double size, double between, double within) {
    return new OneWay(
        status, samples, all, size, between, within, Optional.empty(), Optional.empty());
  }
}
