package io.fairlead.methods.raters;

/// An estimate with its standard deviation: of a fixed effect the standard error, of a rater's or
/// ratee's effect the conditional standard deviation given the variances.
public record Effect(double value, double deviation) {}
