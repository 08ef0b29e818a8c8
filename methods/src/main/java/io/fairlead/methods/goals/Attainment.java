package io.fairlead.methods.goals;

import java.util.OptionalDouble;

/// How far a key result has come. Three cases: scored, no check-in yet, or not computable.
public sealed interface Attainment {

  /// A score.
  ///
  /// @param value between 0 and 1
  /// @param unclipped the same before clipping, so that overshoot and falling back stay visible:
  ///   1.4 is 40 % beyond the target, −0.2 is a fifth of the way in the wrong direction
  /// @param basis what the score was read from
  record Scored(double value, double unclipped, Basis basis) implements Attainment {
    public Scored {
      if (!(value >= 0 && value <= 1) || !Double.isFinite(unclipped)) {
        throw new IllegalArgumentException(
            "a score lies between 0 and 1: " + value + ", " + unclipped);
      }
    }
  }

  /// Nobody has checked in. It does not count in the objective's mean but lowers its coverage.
  record NoCheckIn() implements Attainment {}

  /// The key result or its check-in makes no sense, for this reason.
  record Invalid(Flaw flaw) implements Attainment {}

  /// What a score was read from.
  enum Basis {
    /// The newest check-in.
    CURRENT,
    /// The share of check-ins inside the band.
    SERIES,
    /// Nothing: it was closed without a check-in and so counts as 0.
    CLOSED_WITHOUT_CHECK_IN
  }

  static Attainment invalid(Flaw flaw) {
    return new Invalid(flaw);
  }

  /// Scored from the newest check-in, clipped into 0..1; a figure too large to compute with is
  /// invalid.
  static Attainment of(double unclipped) {
    if (!Double.isFinite(unclipped)) {
      return new Invalid(Flaw.NOT_FINITE);
    }
    double way = unclipped + 0.0; // a zero without its sign
    return new Scored(Math.clamp(way, 0.0, 1.0), way, Basis.CURRENT);
  }

  /// The score between 0 and 1, if there is one.
  default OptionalDouble score() {
    return switch (this) {
      case Scored scored -> OptionalDouble.of(scored.value);
      case NoCheckIn _, Invalid _ -> OptionalDouble.empty();
    };
  }

  /// As it counts once its objective is graded or closed: no check-in is then 0; what makes no
  /// sense stays without a score.
  default Attainment atClose() {
    return switch (this) {
      case NoCheckIn _ -> new Scored(0, 0, Basis.CLOSED_WITHOUT_CHECK_IN);
      case Scored _, Invalid _ -> this;
    };
  }
}
