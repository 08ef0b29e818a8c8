package io.fairlead.methods.goals;

/// One check-in of a series.
///
/// @param day days since the start of the period; the start itself is day 0
/// @param value in the key result's own unit
public record Observation(double day, double value) {
  public Observation {
    if (!Double.isFinite(day) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "an observation needs finite figures: " + day + ", " + value);
    }
  }
}
