package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page that sums up a cycle.
public record SummaryPage(GoalQuery query, List<Cycle> cycles, @Nullable CycleSummary summary) {}
