package io.fairlead.methods.measures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One value of a file.
///
/// @param row as a spreadsheet counts, the header being 1
/// @param dimension by what the measure is divided; empty for the whole
/// @param slice which part of it; empty for the whole
/// @param target what the row says that it should be
public record MeasureFileValue(
    int row,
    String measure,
    String dimension,
    String slice,
    LocalDate day,
    double value,
    @Nullable Double target) {}
