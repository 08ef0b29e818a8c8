package io.fairlead.app.framework;

import org.jspecify.annotations.Nullable;

/// A document to put in force.
///
/// @param basedOn number of the version that was in force when its author began
/// @param key makes a second send of the same take no second effect
public record FrameworkInput(String document, String reason, int basedOn, @Nullable String key) {}
