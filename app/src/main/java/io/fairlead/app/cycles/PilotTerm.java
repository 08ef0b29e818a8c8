package io.fairlead.app.cycles;

import java.time.LocalDate;
import java.util.UUID;

/// The days of a pilot, both included.
public record PilotTerm(UUID pilot, String name, LocalDate first, LocalDate last) {

  public boolean covers(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  boolean holds(Cycle cycle) {
    return !cycle.starts().isBefore(first) && !cycle.ends().isAfter(last);
  }

  boolean shares(PilotTerm other) {
    return !first.isAfter(other.last) && !other.first.isAfter(last);
  }
}
