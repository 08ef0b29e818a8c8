package io.fairlead.app.growth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation as whoever prepares it sees it.
///
/// @param situation the id of the pattern it began with
/// @param preparation null where the key that opens it is not on this server
/// @param bookedAt when it begins; null before it is booked, with its minutes
/// @param followUp when to look at it again
/// @param closedAt when that was done
public record PreparedConversation(
    UUID id,
    UUID about,
    String aboutName,
    String situation,
    @Nullable Preparation preparation,
    @Nullable Instant bookedAt,
    int minutes,
    @Nullable LocalDate heldOn,
    @Nullable LocalDate followUp,
    @Nullable Instant closedAt,
    Instant changedAt,
    long version) {

  public boolean isHeld() {
    return heldOn != null;
  }

  public boolean isClosed() {
    return closedAt != null;
  }

  /// The day it is booked for.
  public @Nullable LocalDate day(ZoneId zone) {
    return bookedAt == null ? null : LocalDate.ofInstant(bookedAt, zone);
  }
}
