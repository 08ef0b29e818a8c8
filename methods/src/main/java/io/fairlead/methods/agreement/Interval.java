package io.fairlead.methods.agreement;

/// Between which bounds a figure lies, with 95 % confidence.
public record Interval(double lower, double upper) {}
