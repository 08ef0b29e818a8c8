package io.fairlead.app.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person gets another manager from a day on; what was planned for later days is replaced.
///
/// @param version of the person, as the editor saw it
/// @param manager null: the person heads the organisation
/// @param from today when null
/// @param key idempotency key
public record LineChange(
    UUID person,
    long version,
    @Nullable UUID manager,
    @Nullable LocalDate from,
    @Nullable String key) {}
