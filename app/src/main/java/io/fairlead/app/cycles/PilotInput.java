package io.fairlead.app.cycles;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A framework to try with a group first.
///
/// @param basedOn number of the version that was in force when its author began
/// @param name what its cycles are told apart by
/// @param first the first day, today or later
/// @param last none of its cycles ends later
/// @param key makes a second send of the same take no second effect
public record PilotInput(
    String document,
    int basedOn,
    String name,
    PilotGroup group,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    String reason,
    @Nullable String key) {}
