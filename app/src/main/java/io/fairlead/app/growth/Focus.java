package io.fairlead.app.growth;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One behaviour that somebody works on, as a part of their development plan.
///
/// @param behaviour the id of the library's behaviour that it began with; null for an own sentence
/// @param doing what is to be seen, in a sentence
/// @param support what it needs from others
/// @param success how somebody would notice that it is done
/// @param review when to look at how it goes
/// @param learned said at its end
/// @param shared whether the manager reads it
/// @param mine whether the viewer works on it
/// @param notes of progress, the newest first
public record Focus(
    UUID id,
    UUID person,
    String personName,
    @Nullable String behaviour,
    String doing,
    String support,
    String success,
    LocalDate starts,
    LocalDate review,
    State state,
    @Nullable Instant endedAt,
    String learned,
    boolean shared,
    long version,
    boolean mine,
    List<Action> actions,
    List<Note> notes) {
  public enum State {
    ACTIVE,
    DONE,
    DROPPED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// What somebody ends it as; still active where that is not said, which ends nothing.
    static State ending(@Nullable String code) {
      return "done".equals(code) ? DONE : "dropped".equals(code) ? DROPPED : ACTIVE;
    }
  }

  /// Something to do about it.
  ///
  /// @param doneOn null while it is still to do
  public record Action(String text, @Nullable LocalDate due, @Nullable LocalDate doneOn) {}

  public record Note(UUID id, Instant at, String text) {}

  public Focus {
    actions = List.copyOf(actions);
    notes = List.copyOf(notes);
  }

  public boolean isActive() {
    return state == State.ACTIVE;
  }

  public boolean isToReview(LocalDate today) {
    return isActive() && !review.isAfter(today);
  }
}
