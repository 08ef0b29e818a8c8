package io.fairlead.app.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody starts.
///
/// @param manager null: nobody manages them
/// @param from first day; today when null
/// @param key idempotency key
public record NewPerson(
    PersonDetails details,
    @Nullable UUID unit,
    @Nullable UUID manager,
    @Nullable LocalDate from,
    @Nullable String key) {}
