package io.fairlead.app.goals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An objective that is stored: what was written, where it stands, and which wording this is.
///
/// @param mayChange whether the person who asked may change it
public record Objective(
    UUID id,
    ObjectivePlan plan,
    ObjectiveState state,
    @Nullable UUID carriedFrom,
    UUID createdBy,
    Instant createdAt,
    long version,
    boolean mayChange) {

  /// As it stands after its writer gave it to others and no longer sees it.
  Objective handedOver(ObjectivePlan changed, long newVersion) {
    return new Objective(id, changed, state, carriedFrom, createdBy, createdAt, newVersion, false);
  }
}
