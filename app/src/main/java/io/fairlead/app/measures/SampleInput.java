package io.fairlead.app.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was sent of a sample.
///
/// @param day when it was made; today unless said
/// @param reference where it is found, such as a link
/// @param author whose work it is
/// @param raters who score it; without any, those of the rubric take turns
/// @param dimension by what the measure is divided, if it counts for a part
public record SampleInput(
    @Nullable String title,
    @Nullable LocalDate day,
    @Nullable String reference,
    @Nullable UUID author,
    @Nullable List<UUID> raters,
    @Nullable String dimension,
    @Nullable String slice) {}
