package io.fairlead.methods.scorecard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a measure's value is held against. It gives 0 at the floor and below, 1 at the target, in
/// between as much as has been gone of the way, and up to [#MOST] at a stretch.
public sealed interface Yardstick {
  /// What is beyond the target makes up for little elsewhere.
  double MOST = 1.2;

  /// What forbids a yardstick.
  enum Flaw {
    NOT_FINITE("not-finite"),
    FLOOR_IS_TARGET("floor-is-target"),
    STRETCH_SHORT_OF_TARGET("stretch-short-of-target"),
    BAND_UPSIDE_DOWN("band-upside-down"),
    TOLERANCE_NOT_ABOVE_ZERO("tolerance-not-above-zero");

    private final String code;

    Flaw(String code) {
      this.code = code;
    }

    /// Stable and lower-case: `floor-is-target`.
    public String code() {
      return code;
    }
  }

  /// What is wrong with it; a score is only asked of one with nothing wrong.
  List<Flaw> flaws();

  /// @param value finite
  /// @return from 0 to [#MOST]
  double score(double value);

  /// The value turned so that more is better, for comparing how measures move.
  double better(double value);

  /// From a floor to a target, upwards or, where the floor is the larger, downwards. Example: from
  /// 20 over 50 to a stretch of 70, 41 gives 0.70 and 60 gives 1.10.
  ///
  /// @param stretch beyond the target; without one nothing above 1 is reached
  record Way(double floor, double target, @Nullable Double stretch) implements Yardstick {

    @Override
    public List<Flaw> flaws() {
      double far = stretch == null ? target : stretch;
      if (!Double.isFinite(target - floor) || !Double.isFinite(far - target)) {
        return List.of(Flaw.NOT_FINITE);
      }
      List<Flaw> flaws = new ArrayList<>();
      if (target == floor) {
        flaws.add(Flaw.FLOOR_IS_TARGET);
      }
      if (stretch != null && !((stretch - target) * Math.signum(target - floor) > 0)) {
        flaws.add(Flaw.STRETCH_SHORT_OF_TARGET);
      }
      return List.copyOf(flaws);
    }

    @Override
    public double score(double value) {
      double gone = part(value, floor, target);
      if (gone <= 1 || stretch == null) {
        return Math.clamp(gone, 0, 1);
      }
      return 1 + (MOST - 1) * Math.min(1, part(value, target, stretch));
    }

    @Override
    public double better(double value) {
      return target > floor ? value : -value;
    }

    /// Halved, so that no distance between two finite numbers is infinite.
    private static double part(double value, double from, double to) {
      return (value / 2 - from / 2) / (to / 2 - from / 2);
    }
  }

  /// From a low to a high limit, and less the farther beside. The target that is best has both
  /// limits at one place. Example: 95 to 99 with a tolerance of 5, 93 gives 0.60.
  ///
  /// @param tolerance so far beside a limit it gives 0
  record Band(double low, double high, double tolerance) implements Yardstick {

    @Override
    public List<Flaw> flaws() {
      if (!Double.isFinite(high - low) || !Double.isFinite(tolerance)) {
        return List.of(Flaw.NOT_FINITE);
      }
      List<Flaw> flaws = new ArrayList<>();
      if (high < low) {
        flaws.add(Flaw.BAND_UPSIDE_DOWN);
      }
      if (!(tolerance > 0)) {
        flaws.add(Flaw.TOLERANCE_NOT_ABOVE_ZERO);
      }
      return List.copyOf(flaws);
    }

    @Override
    public double score(double value) {
      return Math.max(0, 1 - beside(value) / tolerance);
    }

    @Override
    public double better(double value) {
      return -beside(value);
    }

    private double beside(double value) {
      return Math.max(0, Math.max(low - value, value - high));
    }
  }

  /// A target that is best, with a distance that gives 0.
  static Band around(double target, double tolerance) {
    return new Band(target, target, tolerance);
  }
}
