package io.fairlead.app.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One stretch of a person's reporting line.
///
/// @param manager null while the person headed the organisation
/// @param until the first day on which it no longer held; null while it holds
public record Line(@Nullable PersonName manager, LocalDate from, @Nullable LocalDate until) {}
