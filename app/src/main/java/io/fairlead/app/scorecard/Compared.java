package io.fairlead.app.scorecard;

import io.fairlead.methods.scorecard.CardComparison;

/// Where a card stood on two days.
public record Compared(ScoredCard before, ScoredCard after, CardComparison comparison) {}
