package io.fairlead.app.cycles;

import java.time.LocalDate;
import java.util.UUID;

/// A stretch of time that goals are set for. Dates are the organisation's; both ends are included.
public record Cycle(
    UUID id,
    String name,
    LocalDate starts,
    LocalDate ends,
    LocalDate planningFrom,
    LocalDate planningUntil,
    LocalDate gradingFrom,
    LocalDate gradingUntil,
    int checkInEveryDays) {

  public boolean contains(Cycle other) {
    return !other.starts.isBefore(starts) && !other.ends.isAfter(ends);
  }

  public boolean runsOn(LocalDate day) {
    return !day.isBefore(starts) && !day.isAfter(ends);
  }

  /// Days from the first to the last, both counted.
  public long days() {
    return ends.toEpochDay() - starts.toEpochDay() + 1;
  }
}
