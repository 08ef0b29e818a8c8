package io.fairlead.app.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person's details change now, and their unit from a day on.
///
/// @param version of the person, as the editor saw it
/// @param unit null: in no unit
/// @param from the day from which the unit holds; today when null
/// @param key idempotency key
public record PersonChange(
    UUID person,
    long version,
    PersonDetails details,
    @Nullable UUID unit,
    @Nullable LocalDate from,
    @Nullable String key) {}
