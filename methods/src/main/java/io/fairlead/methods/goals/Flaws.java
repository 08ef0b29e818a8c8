package io.fairlead.methods.goals;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with the figures of a key result.
final class Flaws {
  private Flaws() {}

  static List<Flaw> ofWay(@Nullable Double baseline, @Nullable Double target, boolean up) {
    var flaws = new ArrayList<Flaw>();
    if (target == null) {
      flaws.add(Flaw.TARGET_UNKNOWN);
    }
    if (baseline == null) {
      flaws.add(Flaw.BASELINE_UNKNOWN);
    }
    if (target == null || baseline == null) {
      return List.copyOf(flaws);
    }
    if (!Double.isFinite(target - baseline)) {
      return List.of(Flaw.NOT_FINITE);
    }
    if (target.doubleValue() == baseline.doubleValue()) {
      return List.of(Flaw.TARGET_EQUALS_BASELINE);
    }
    return (target > baseline) == up ? List.of() : List.of(Flaw.WRONG_DIRECTION);
  }

  static List<Flaw> ofBand(
      @Nullable Double low, @Nullable Double high, @Nullable Double tolerance) {
    if (low == null || high == null) {
      return List.of(Flaw.BAND_INCOMPLETE);
    }
    double width = high - low;
    if (!Double.isFinite(width) || (tolerance != null && !Double.isFinite(tolerance))) {
      return List.of(Flaw.NOT_FINITE);
    }
    var flaws = new ArrayList<Flaw>();
    if (width < 0) {
      flaws.add(Flaw.BAND_UPSIDE_DOWN);
    }
    if (tolerance != null && tolerance < 0) {
      flaws.add(Flaw.TOLERANCE_NEGATIVE);
    }
    return List.copyOf(flaws);
  }
}
