package io.fairlead.methods.raters;

import org.hipparchus.distribution.continuous.NormalDistribution;

/// Whether one variable goes with a second more than with a third, all of the same people:
/// Steiger's z (1980) on Fisher's scale with pooled correlation r̄,
///
/// z = (artanh r₁₂ − artanh r₁₃) √(n − 3) / √(2 − 2s̄), s̄ = [r₂₃ (1 − 2r̄²) − r̄² (1 − 2r̄² −
/// r₂₃²) / 2] / (1 − r̄²)²
///
/// @param z above 0 where it goes more with the second
/// @param chance by which |z| would be as large were they equal
public record DependentCorrelations(double z, double chance) {

  /// @param pairs at least 4
  /// @throws IllegalArgumentException for correlations that are not within −1 and 1, or too few
  public static DependentCorrelations of(
      double withSecond, double withThird, double between, int pairs) {
    if (!(Math.abs(withSecond) < 1 && Math.abs(withThird) < 1 && Math.abs(between) < 1)
        || pairs < 4) {
      throw new IllegalArgumentException("correlations within -1 and 1 of at least four");
    }
    double mean = (withSecond + withThird) / 2;
    double squared = mean * mean;
    double rest = 1 - squared;
    double shared =
        (between * (1 - 2 * squared) - squared * (1 - 2 * squared - between * between) / 2)
            / (rest * rest);
    double z = (fisher(withSecond) - fisher(withThird)) * Math.sqrt((pairs - 3) / (2 - 2 * shared));
    return new DependentCorrelations(
        z, 2 * new NormalDistribution().cumulativeProbability(-Math.abs(z)));
  }

  private static double fisher(double correlation) {
    return Math.log((1 + correlation) / (1 - correlation)) / 2;
  }
}
