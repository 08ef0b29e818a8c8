package io.fairlead.app.measures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A value to enter.
///
/// @param value null takes back what was entered for the day
public record NewValue(Slice slice, LocalDate day, @Nullable Double value) {}
