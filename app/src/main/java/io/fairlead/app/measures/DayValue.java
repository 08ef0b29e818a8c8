package io.fairlead.app.measures;

import java.time.LocalDate;

/// What a series had on a day.
public record DayValue(LocalDate day, double value) {}
