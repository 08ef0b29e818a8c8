package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page that sums up a cycle.
///
/// @param waits whether the cycle is large and has not been counted yet
public record SummaryPage(
    GoalQuery query, List<Cycle> cycles, @Nullable CycleSummary summary, boolean waits) {}
