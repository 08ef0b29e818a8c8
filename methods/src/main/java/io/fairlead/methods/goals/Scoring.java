package io.fairlead.methods.goals;

import static java.util.Objects.requireNonNull;

import io.fairlead.methods.goals.Attainment.NoCheckIn;
import java.util.Map;
import java.util.Set;

/// The formulas behind [KeyResult#score], for key results without flaws.
final class Scoring {
  private Scoring() {}

  static Attainment of(KeyResult keyResult, Reading reading) {
    return switch (reading) {
      case Reading.Nothing _ -> new NoCheckIn();
      case Reading.Figure(double value) -> ofFigure(keyResult, value);
      case Reading.Done(Set<String> done) -> ofMilestones(keyResult, done);
      case Reading.Answer(boolean yes) ->
          keyResult instanceof KeyResult.YesNo ? Attainment.of(yes ? 1 : 0) : misfit();
    };
  }

  private static Attainment ofFigure(KeyResult keyResult, double value) {
    return switch (keyResult) {
      case KeyResult.Increase(var baseline, var target) ->
          Attainment.of(way(requireNonNull(baseline), requireNonNull(target), value));
      case KeyResult.Decrease(var baseline, var target) ->
          Attainment.of(way(requireNonNull(baseline), requireNonNull(target), value));
      case KeyResult.Band band -> Attainment.of(inBand(band, value));
      case KeyResult.Milestones _, KeyResult.YesNo _ -> misfit();
    };
  }

  private static double way(double baseline, double target, double value) {
    return (value - baseline) / (target - baseline);
  }

  private static double inBand(KeyResult.Band band, double value) {
    if (band.holds(value)) {
      return 1;
    }
    double tolerance = band.tolerance() == null ? 0 : band.tolerance();
    double distance =
        Math.max(requireNonNull(band.low()) - value, value - requireNonNull(band.high()));
    if (tolerance == 0 && Double.isFinite(distance)) {
      return 0;
    }
    return 1 - distance / tolerance;
  }

  private static Attainment ofMilestones(KeyResult keyResult, Set<String> done) {
    if (!(keyResult instanceof KeyResult.Milestones(Map<String, Double> weights))) {
      return misfit();
    }
    if (!weights.keySet().containsAll(done)) {
      return Attainment.invalid(Flaw.MILESTONE_UNKNOWN);
    }
    double all = 0;
    double reached = 0;
    for (Map.Entry<String, Double> milestone : weights.entrySet()) {
      all += milestone.getValue();
      reached += done.contains(milestone.getKey()) ? milestone.getValue() : 0;
    }
    return Attainment.of(reached / all);
  }

  private static Attainment misfit() {
    return Attainment.invalid(Flaw.READING_OF_ANOTHER_KIND);
  }
}
