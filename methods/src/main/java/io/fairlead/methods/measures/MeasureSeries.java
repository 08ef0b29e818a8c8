package io.fairlead.methods.measures;

import org.jspecify.annotations.Nullable;

/// A measure of a file.
///
/// @param target the newest one that the file names, if any
public record MeasureSeries(String name, History history, @Nullable Double target) {}
