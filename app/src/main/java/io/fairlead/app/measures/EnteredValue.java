package io.fairlead.app.measures;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody entered for a day.
///
/// @param correction 0 for the first that was said of the day
/// @param value null where it was taken back
/// @param by null for what was computed, or when the name is known no longer
record EnteredValue(
    LocalDate day, int correction, @Nullable Double value, @Nullable String by, Instant at) {}
