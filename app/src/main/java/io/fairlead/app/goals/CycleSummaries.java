package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.platform.Viewer;
import io.fairlead.methods.framework.GoalRules;
import io.fairlead.methods.goals.ScoringBands;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sums up cycles.
@Component
class CycleSummaries {
  private final CycleSummaryStore store;
  private final Cycles cycles;
  private final GoalSettings settings;

  CycleSummaries(CycleSummaryStore store, Cycles cycles, GoalSettings settings) {
    this.store = store;
    this.cycles = cycles;
    this.settings = settings;
  }

  /// The cycle of the query, else the current one; empty while there is none.
  Optional<CycleSummary> summary(Viewer viewer, GoalQuery query, List<Cycle> all, LocalDate today) {
    return all.stream()
        .filter(cycle -> cycle.id().equals(query.cycle()))
        .findFirst()
        .map(cycle -> summary(viewer, cycle, all, today));
  }

  List<Cycle> all() {
    return cycles.all();
  }

  private CycleSummary summary(Viewer viewer, Cycle cycle, List<Cycle> all, LocalDate today) {
    List<Cycle> row = alike(cycle, all);
    List<CycleSummaryStore.Part> parts =
        store.parts(
            viewer,
            cycle.id(),
            cycle.starts(),
            cycle.starts().plusDays(cycle.days() / 2),
            CycleSummary.MOST * 3);
    List<UUID> people = parts.stream().map(CycleSummaryStore.Part::accountable).distinct().toList();
    return CycleSummary.of(
        row,
        store.objectives(
            viewer, row.stream().map(Cycle::id).toList(), CycleSummary.MOST * row.size()),
        parts,
        store.history(people, cycle.starts()),
        bands(settings.inForce()),
        today);
  }

  /// The cycle, after the last ones before it that are about as long.
  private static List<Cycle> alike(Cycle cycle, List<Cycle> all) {
    List<Cycle> row =
        new ArrayList<>(
            all.stream()
                .filter(other ->
                    other.ends().isBefore(cycle.starts())
                        && Math.abs(other.days() - cycle.days()) <= 10)
                .sorted(Comparator.comparing(Cycle::ends).reversed())
                .limit(CycleSummary.CYCLES_BACK)
                .toList()
                .reversed());
    row.add(cycle);
    return row;
  }

  private static ScoringBands bands(GoalRules rules) {
    return new ScoringBands(
        rules.aspirational().reachedFrom(),
        rules.aspirational().partlyFrom(),
        rules.committed().reachedFrom());
  }
}
