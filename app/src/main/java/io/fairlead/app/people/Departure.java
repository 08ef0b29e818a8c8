package io.fairlead.app.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody leaves. Their reports go to the next one above who stays; their history stays.
///
/// @param version of the person, as the editor saw it
/// @param lastDay the last day they work here; today when null
/// @param key idempotency key
public record Departure(
    UUID person, long version, @Nullable LocalDate lastDay, @Nullable String key) {}
