package io.fairlead.app.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody about whom nothing may be deleted, from when and why, and until when.
///
/// @param name null once the person was erased, which no hold in force allows
/// @param placedBy name; null where that one was erased
/// @param liftedAt null while it holds
public record LegalHold(
    UUID id,
    UUID person,
    @Nullable String name,
    String reason,
    @Nullable String placedBy,
    Instant placedAt,
    String liftedReason,
    @Nullable String liftedBy,
    @Nullable Instant liftedAt) {
  public boolean holds() {
    return liftedAt == null;
  }
}
