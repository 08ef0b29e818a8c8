package io.fairlead.methods.agreement;

import java.util.List;
import java.util.stream.IntStream;

/// Means of groups drawn towards the mean of all, the more so the fewer ratings they rest on
/// (empirical Bayes; Bliese 2000, Gelman and Hill 2007, chapter 12). With σ² within groups and τ²
/// between them, B = τ² / (τ² + σ² / n) and the shrunken mean is μ + B (m − μ), its standard
/// deviation √(B σ² / n) as if the variances were known. From a one-way analysis of variance σ² =
/// MSW and τ² = max(0, (MSB − MSW) / n₀) with n₀ = (N − Σn² / N) / (J − 1); μ weighs each mean by 1
/// / (τ² + σ² / n).
///
/// Where groups differ no more than their ratings do, τ² is 0 and all shrunken means are μ.
///
/// @param size n₀
/// @param within σ²
/// @param variance τ²
/// @param mean μ
/// @param groups in the order they were given; none unless the status is OK
public record Shrinkage(
    AgreementStatus status,
    double between,
    double within,
    double size,
    double variance,
    double mean,
    List<Group> groups) {

  /// @param ratings how many
  /// @param mean as it is
  /// @param reliability B, from 0 to 1
  /// @param shrunken the mean as it is best compared
  /// @param deviation of the shrunken mean
  public record Group(
      int ratings, double mean, double reliability, double shrunken, double deviation) {}

  public Shrinkage {
    groups = List.copyOf(groups);
  }

  /// @param rated the ratings of each group, at least one
  /// @throws IllegalArgumentException for a group without ratings, or ratings that are not finite
  public static Shrinkage of(List<double[]> rated) {
    Ratings.requireFinite(rated);
    if (rated.stream().anyMatch(ratings -> ratings.length == 0)) {
      throw new IllegalArgumentException("a group has at least one rating");
    }
    double count = rated.size();
    double all = rated.stream().mapToInt(ratings -> ratings.length).sum();
    if (count < 2 || all <= count) {
      return without(AgreementStatus.TOO_FEW);
    }
    double[] means = rated.stream().mapToDouble(Ratings::mean).toArray();
    double[] sizes = rated.stream().mapToDouble(ratings -> ratings.length).toArray();
    double grand = weighed(means, sizes);
    double sumWithin =
        IntStream.range(0, means.length)
            .mapToDouble(group -> Ratings.squaresAround(means[group], rated.get(group)))
            .sum();
    double sumBetween =
        IntStream.range(0, means.length)
            .mapToDouble(group -> sizes[group] * (means[group] - grand) * (means[group] - grand))
            .sum();
    if (sumWithin + sumBetween <= Ratings.HAIR * all * grand * grand) {
      return without(AgreementStatus.ZERO_VARIANCE);
    }
    double between = sumBetween / (count - 1);
    double within = sumWithin / (all - count);
    double squares =
        IntStream.range(0, sizes.length).mapToDouble(at -> sizes[at] * sizes[at]).sum();
    double size = (all - squares / all) / (count - 1);
    double variance = Math.max(0, (between - within) / size);
    double[] weights =
        IntStream.range(0, sizes.length)
            .mapToDouble(at -> 1 / (variance + within / sizes[at]))
            .toArray();
    double mean = weighed(means, weights);
    List<Group> groups =
        IntStream.range(0, means.length)
            .mapToObj(at -> group(rated.get(at).length, means[at], variance, within, mean))
            .toList();
    return new Shrinkage(AgreementStatus.OK, between, within, size, variance, mean, groups);
  }

  private static Group group(int ratings, double mean, double variance, double within, double all) {
    double reliability = variance / (variance + within / ratings);
    return new Group(
        ratings,
        mean,
        reliability,
        all + reliability * (mean - all),
        Math.sqrt(reliability * within / ratings));
  }

  private static double weighed(double[] values, double[] weights) {
    double sum = 0;
    double weight = 0;
    for (int at = 0; at < values.length; at++) {
      sum += weights[at] * values[at];
      weight += weights[at];
    }
    return sum / weight;
  }

  private static Shrinkage without(AgreementStatus status) {
    return new Shrinkage(status, 0, 0, 0, 0, 0, List.of());
  }
}
