package io.fairlead.app.measures;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A measure as it stands.
///
/// @param code by which files, programs and formulas name it
/// @param ownerName null when it is known no longer
/// @param unitName of the unit it belongs to; null for the organisation's
/// @param retired it is kept and read, but nothing is entered and nobody is asked any more
/// @param mayChange whether the viewer may say what it is
/// @param mayEnter whether the viewer may enter values
public record Measure(
    UUID id,
    String code,
    MeasurePlan plan,
    @Nullable String ownerName,
    @Nullable String unitName,
    boolean retired,
    long version,
    boolean mayChange,
    boolean mayEnter) {}
