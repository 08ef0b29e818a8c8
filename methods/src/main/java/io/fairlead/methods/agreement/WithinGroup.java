package io.fairlead.methods.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// How far those who scored one thing agree, compared with people who answer at random. With s² the
/// variance (n − 1) and A points on the scale, r_wg = 1 − s² / ((A² − 1) / 12) (James, Demaree and
/// Wolf 1984); AD is the mean distance to the mean, or to the median, and good below A / 6 (Burke,
/// Finkelstein and Dusig 1999). Example on five points: 4, 4, 5, 4 gives r_wg 0.875, AD 0.375.
///
/// @param ratings how many
/// @param raw r_wg as it is: below 0 people agree less than at random, as two camps do
/// @param fromMean AD around the mean, in points of the scale
/// @param fromMedian AD around the median
/// @param cutOff below it AD counts as agreement
public record WithinGroup(
    AgreementStatus status,
    int ratings,
    double variance,
    double atRandom,
    double raw,
    double fromMean,
    double fromMedian,
    double cutOff) {
  /// With fewer ratings there is no figure.
  public static final int FEWEST = 3;

  /// From so many on it hardly depends on who happened to score (Kozlowski and Hattrup 1992).
  public static final int RELIABLE = 10;

  private static final double UNIFORM_OF_FIVE = 2;
  private static final double SKEWED_OF_FIVE = 1.34;

  /// @param points of the scale, at least 2
  /// @throws IllegalArgumentException for ratings that are not finite or lie farther apart than the
  ///   scale reaches
  public static WithinGroup of(double[] ratings, int points) {
    Ratings.requireFinite(List.of(ratings));
    double lowest = Arrays.stream(ratings).min().orElse(0);
    double highest = Arrays.stream(ratings).max().orElse(0);
    if (points < 2 || highest - lowest > points - 1) {
      throw new IllegalArgumentException("ratings lie on a scale of at least two points");
    }
    double atRandom = (points * (double) points - 1) / 12;
    if (ratings.length < FEWEST) {
      return new WithinGroup(
          AgreementStatus.TOO_FEW, ratings.length, 0, atRandom, 0, 0, 0, points / 6.0);
    }
    double mean = Ratings.mean(ratings);
    double variance = Ratings.squaresAround(mean, ratings) / (ratings.length - 1);
    return new WithinGroup(
        AgreementStatus.OK,
        ratings.length,
        variance,
        atRandom,
        1 - variance / atRandom,
        distance(ratings, mean),
        distance(ratings, median(ratings)),
        points / 6.0);
  }

  /// r_wg as it is shown, from 0 to 1.
  public double shown() {
    return Math.max(0, raw);
  }

  /// r_wg against answers that lean a little to one end, not below 0: on five points their variance
  /// is 1.34 in place of 2, and the uniform one overstates agreement (LeBreton and Senter 2008).
  /// Empty on other scales.
  public OptionalDouble againstSkewed() {
    return status != AgreementStatus.OK || atRandom != UNIFORM_OF_FIVE
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(0, 1 - variance / SKEWED_OF_FIVE));
  }

  /// Whether it would be much the same had others scored.
  public boolean reliable() {
    return ratings >= RELIABLE;
  }

  /// r_wg(j): agreement over several items of one scale, with q = 1 − v̄ / σ², J q / (J q + v̄ /
  /// σ²); 0 where they differ more than at random. Empty unless every item has its figure.
  public static OptionalDouble overItems(List<WithinGroup> items) {
    if (items.isEmpty() || items.stream().anyMatch(item -> item.status != AgreementStatus.OK)) {
      return OptionalDouble.empty();
    }
    double share =
        items.stream().mapToDouble(item -> item.variance / item.atRandom).average().orElseThrow();
    double agreed = items.size() * (1 - share);
    return OptionalDouble.of(share > 1 ? 0 : agreed / (agreed + share));
  }

  private static double distance(double[] ratings, double centre) {
    return Arrays.stream(ratings).map(rating -> Math.abs(rating - centre)).average().orElseThrow();
  }

  private static double median(double[] ratings) {
    double[] sorted = ratings.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
