package io.fairlead.app.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a team is called, what it is for and who leads it.
///
/// @param team null for a new one
/// @param version of the team, as the editor saw it; 0 for a new one
/// @param key idempotency key
public record TeamInput(
    @Nullable UUID team,
    long version,
    String name,
    String purpose,
    @Nullable UUID lead,
    @Nullable String key) {
  public TeamInput {
    name = name.strip().replaceAll("\\s+", " ");
    purpose = purpose.strip();
  }
}
