package io.fairlead.methods.agreement;

import org.hipparchus.distribution.continuous.TDistribution;

/// An interval from what a figure would be without each of its parts in turn (Tukey 1958): the
/// variance is (n − 1) / n · Σ(θ₋ᵢ − θ̄)², with Student's t of n − 1 degrees of freedom.
final class Jackknife {
  private static final double SIDE = 0.975;

  private Jackknife() {}

  /// Of a figure that is at most 1.
  ///
  /// @param without at least two
  static Interval around(double figure, double[] without) {
    double parts = without.length;
    double spread = Ratings.squaresAround(Ratings.mean(without), without);
    double half =
        new TDistribution(parts - 1).inverseCumulativeProbability(SIDE)
            * Math.sqrt((parts - 1) / parts * spread);
    return new Interval(figure - half, Math.min(1, figure + half));
  }
}
