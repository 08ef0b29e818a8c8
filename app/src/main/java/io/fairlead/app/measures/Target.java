package io.fairlead.app.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a measure should be from a day on.
///
/// @param value null: from then on there is no target
public record Target(LocalDate from, @Nullable BigDecimal value) {}
