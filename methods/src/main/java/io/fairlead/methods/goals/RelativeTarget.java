package io.fairlead.methods.goals;

/// A target said as a change of today's value, worked out: "reduce by 15 %" of 6.4 comes to 5.44,
/// "reduce by 15 points" of 6.4 would come to −8.6, which a quantity that cannot be negative never
/// reaches.
public sealed interface RelativeTarget {

  /// What the change comes to.
  record Reached(double target) implements RelativeTarget {}

  /// A quantity that starts at 0 or above would fall below 0. Someone who does mean that says the
  /// target itself.
  record BelowZero(double target) implements RelativeTarget {}

  /// A share of nothing is nothing: from 0 no percentage leads anywhere.
  record NowhereFromZero() implements RelativeTarget {}

  /// Too large to compute with.
  record NotFinite() implements RelativeTarget {}

  /// `baseline × (1 ± change / 100)`; of a negative baseline the share of its size, so that an
  /// increase always leads up.
  ///
  /// @param percent how much, in per cent, above 0
  static RelativeTarget byPercent(double baseline, double percent, boolean up) {
    if (baseline == 0) {
      return new NowhereFromZero();
    }
    return by(baseline, Math.abs(baseline) * percent / 100, up);
  }

  /// `baseline ± change`.
  ///
  /// @param points how much, in the unit of the baseline, above 0
  static RelativeTarget byPoints(double baseline, double points, boolean up) {
    return by(baseline, points, up);
  }

  private static RelativeTarget by(double baseline, double change, boolean up) {
    double target = up ? baseline + change : baseline - change;
    if (!Double.isFinite(target)) {
      return new NotFinite();
    }
    return baseline >= 0 && target < 0 ? new BelowZero(target) : new Reached(target);
  }
}
