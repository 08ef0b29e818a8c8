package io.fairlead.app.measures;

/// A measure in a list, with where its whole stands.
///
/// @param alerts how many things of it nobody has looked at yet
public record MeasureCard(Measure measure, Standing standing, int alerts) {}
