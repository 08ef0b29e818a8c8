package io.fairlead.app.framework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document that is to come into force when a day begins, or what became of it.
///
/// @param basedOn the version that it was compared with
/// @param author null once they have been erased
/// @param refusals why it could not be put in force, as sentences; empty unless it was refused
public record PlannedChange(
    UUID id,
    String document,
    int basedOn,
    @Nullable UUID author,
    @Nullable String authorName,
    String reason,
    LocalDate from,
    Instant madeAt,
    State state,
    @Nullable Instant endedAt,
    List<String> refusals) {
  public PlannedChange {
    refusals = List.copyOf(refusals);
  }

  public enum State {
    WAITING("waiting"),
    APPLIED("applied"),
    REFUSED("refused"),
    WITHDRAWN("withdrawn");

    private final String code;

    State(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    static State of(String code) {
      for (State state : values()) {
        if (state.code.equals(code)) {
          return state;
        }
      }
      throw new IllegalArgumentException(code);
    }
  }

  public Optional<Instant> ended() {
    return Optional.ofNullable(endedAt);
  }
}
