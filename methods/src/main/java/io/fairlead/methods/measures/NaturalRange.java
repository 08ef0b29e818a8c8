package io.fairlead.methods.measures;

/// What a measure would say at one time by itself, in its own unit: the time of the year and the
/// value before taken into account.
public record NaturalRange(double lower, double centre, double upper) {}
