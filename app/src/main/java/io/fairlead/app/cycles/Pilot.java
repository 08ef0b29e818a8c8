package io.fairlead.app.cycles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A framework that a group tries before everybody, or what became of it.
///
/// @param last the end of its last cycle
/// @param begunBy null once they have been erased
public record Pilot(
    UUID id,
    String name,
    String document,
    String reason,
    PilotGroup group,
    LocalDate first,
    LocalDate last,
    @Nullable UUID begunBy,
    @Nullable String begunByName,
    Instant begunAt,
    State state,
    @Nullable Instant endedAt,
    @Nullable String endedByName,
    @Nullable String endedBecause) {

  public enum State {
    RUNNING,
    /// Its framework was put in force for everybody.
    APPLIED,
    STOPPED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  public boolean isRunning() {
    return state == State.RUNNING;
  }
}
