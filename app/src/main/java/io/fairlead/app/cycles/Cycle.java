package io.fairlead.app.cycles;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stretch of time that goals are set for. Dates are the organisation's; both ends are included.
///
/// @param pilot the pilot that it was made for and by whose framework it goes; null for everybody's
public record Cycle(
    UUID id,
    String name,
    LocalDate starts,
    LocalDate ends,
    LocalDate planningFrom,
    LocalDate planningUntil,
    LocalDate gradingFrom,
    LocalDate gradingUntil,
    int checkInEveryDays,
    @Nullable UUID pilot) {

  public boolean contains(Cycle other) {
    return !other.starts.isBefore(starts) && !other.ends.isAfter(ends);
  }

  public boolean runsOn(LocalDate day) {
    return !day.isBefore(starts) && !day.isAfter(ends);
  }

  public boolean isEverybodys() {
    return pilot == null;
  }

  /// Days from the first to the last, both counted.
  public long days() {
    return ends.toEpochDay() - starts.toEpochDay() + 1;
  }
}
