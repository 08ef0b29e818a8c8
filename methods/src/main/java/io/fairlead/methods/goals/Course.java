package io.fairlead.methods.goals;

/// The way a key result should go: from its baseline on day 0 to its target on the last day, along
/// a curve.
///
/// @param days the length of the period, above 0
public record Course(double baseline, double target, double days, Curve curve) {
  public Course {
    if (!Double.isFinite(target - baseline) || target == baseline) {
      throw new IllegalArgumentException("a course needs two different finite ends");
    }
    if (!(days > 0 && Double.isFinite(days))) {
      throw new IllegalArgumentException("a course takes some days: " + days);
    }
  }

  public static Course straight(double baseline, double target, double days) {
    return new Course(baseline, target, days, Curve.STRAIGHT);
  }

  /// The share of the way expected on a day, 0..1.
  public double expected(double day) {
    return curve.at(day / days);
  }

  /// The figure expected on a day.
  public double expectedValue(double day) {
    return baseline + expected(day) * (target - baseline);
  }

  /// The share of the way that a figure has come; may lie outside 0..1.
  public double progress(double value) {
    return (value - baseline) / (target - baseline);
  }

  boolean rises() {
    return target > baseline;
  }
}
