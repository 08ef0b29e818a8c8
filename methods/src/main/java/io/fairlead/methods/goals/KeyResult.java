package io.fairlead.methods.goals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a key result asks for, and how a check-in is scored against it. One may be half written (a
/// draft without target, a baseline still to be measured): it then has [#flaws] and no score.
///
/// ```java
/// new KeyResult.Increase(20, 50).score(Reading.of(41)).score()   // 0.7
/// ```
public sealed interface KeyResult {

  /// The score of one check-in. A key result that makes no sense is invalid whether or not there is
  /// a check-in; one that does but has none is [Attainment.NoCheckIn].
  default Attainment score(Reading reading) {
    for (Flaw flaw : flaws()) {
      if (flaw != Flaw.WRONG_DIRECTION) {
        return Attainment.invalid(flaw);
      }
    }
    return Scoring.of(this, reading);
  }

  /// All that is wrong with it, the gravest first; empty for a sound one.
  List<Flaw> flaws();

  /// From a baseline up to a target: `(current − baseline) / (target − baseline)`, clipped into
  /// 0..1.
  record Increase(@Nullable Double baseline, @Nullable Double target) implements KeyResult {
    public Increase(double baseline, double target) {
      this(Double.valueOf(baseline), Double.valueOf(target));
    }

    @Override
    public List<Flaw> flaws() {
      return Flaws.ofWay(baseline, target, true);
    }
  }

  /// From a baseline down to a target; the same formula as [Increase].
  record Decrease(@Nullable Double baseline, @Nullable Double target) implements KeyResult {
    public Decrease(double baseline, double target) {
      this(Double.valueOf(baseline), Double.valueOf(target));
    }

    @Override
    public List<Flaw> flaws() {
      return Flaws.ofWay(baseline, target, false);
    }
  }

  /// Stay between two limits: 1 inside (limits included), falling to 0 at a distance of
  /// `tolerance`; without tolerance 1 or 0. A missing tolerance is 0. For a series see
  /// [TimeInBand].
  record Band(@Nullable Double low, @Nullable Double high, @Nullable Double tolerance)
      implements KeyResult {
    public Band(double low, double high, double tolerance) {
      this(Double.valueOf(low), Double.valueOf(high), Double.valueOf(tolerance));
    }

    /// Whether a figure lies inside. False while the band is incomplete.
    public boolean holds(double value) {
      return low != null && high != null && value >= low && value <= high;
    }

    @Override
    public List<Flaw> flaws() {
      return Flaws.ofBand(low, high, tolerance);
    }
  }

  /// Steps with weights: the weight of those done over the weight of all.
  record Milestones(Map<String, Double> weights) implements KeyResult {
    public Milestones {
      weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    @Override
    public List<Flaw> flaws() {
      var flaws = new ArrayList<Flaw>();
      if (weights.isEmpty()) {
        flaws.add(Flaw.NO_MILESTONES);
      }
      if (!weights.values().stream().allMatch(weight -> weight > 0 && Double.isFinite(weight))) {
        flaws.add(Flaw.MILESTONE_WEIGHT);
      }
      return List.copyOf(flaws);
    }
  }

  /// Done or not: 1 or 0.
  record YesNo() implements KeyResult {
    @Override
    public List<Flaw> flaws() {
      return List.of();
    }
  }
}
