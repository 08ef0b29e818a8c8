package io.fairlead.methods.measures;

import java.time.LocalDate;

/// The days whose values give the limits, which then stay as they are until a change is declared
/// and the next baseline begins.
///
/// @param from the first day
/// @param to the last day
public record Baseline(LocalDate from, LocalDate to) {
  public Baseline {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a baseline ends after it begins");
    }
  }

  boolean has(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
