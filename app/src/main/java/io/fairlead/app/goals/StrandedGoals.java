package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.CycleCalendar;
import io.fairlead.app.framework.FrameworkSection;
import io.fairlead.app.goals.StrandedGoalStore.Found;
import io.fairlead.app.platform.Reason;
import io.fairlead.methods.framework.Cadence;
import io.fairlead.methods.framework.Framework;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Refuses a framework under which running objectives could no longer be worked on, and says which.
/// Running is what was put forward or is worked on; drafts adapt, graded ones are history. Goals
/// follow a change by themselves: they read the rules in force whenever they need them.
@Component
class StrandedGoals implements FrameworkSection<StrandedGoals.Stake> {
  private final StrandedGoalStore store;
  private final CycleCalendar calendar;

  StrandedGoals(StrandedGoalStore store, CycleCalendar calendar) {
    this.store = store;
    this.calendar = calendar;
  }

  /// What of the framework running goals stand on.
  record Stake(io.fairlead.methods.framework.GoalRules rules, Cadence cadence) {}

  @Override
  public Stake of(Framework framework) {
    return new Stake(framework.goals(), framework.cadence());
  }

  @Override
  public List<Reason> stranded(Stake now, Stake next) {
    List<Reason> reasons = new ArrayList<>();
    var rules = next.rules();
    gone(now.rules().objectiveKinds(), rules.objectiveKinds())
        .forEach(kind -> add(reasons, "goals.stranded-kind", kind, store.ofKind(kind)));
    gone(now.rules().keyResultKinds(), rules.keyResultKinds())
        .forEach(
            kind -> add(reasons, "goals.stranded-key-result-kind", kind, store.measuredAs(kind)));
    if (now.rules().individualGoals() && !rules.individualGoals()) {
      add(reasons, "goals.stranded-individual", "", store.ofPeople());
    }
    if (now.rules().weights() && !rules.weights()) {
      add(reasons, "goals.stranded-weights", "", store.weighted());
    }
    int keyResults = rules.limits().keyResultsAtMost();
    if (keyResults < now.rules().limits().keyResultsAtMost()) {
      add(reasons, "goals.stranded-key-results", keyResults, store.withMoreKeyResults(keyResults));
    }
    int fewest = rules.limits().keyResultsAtLeast();
    if (fewest > now.rules().limits().keyResultsAtLeast()) {
      add(reasons, "goals.stranded-few-key-results", fewest, store.withFewerKeyResults(fewest));
    }
    int objectives = rules.limits().objectivesPerOwner();
    if (objectives < now.rules().limits().objectivesPerOwner()) {
      add(reasons, "goals.stranded-objectives", objectives, store.ofOwnersWithMore(objectives));
    }
    int levels = rules.alignment().levelsAtMost();
    if (levels < now.rules().alignment().levelsAtMost()) {
      add(reasons, "goals.stranded-levels", levels, store.below(levels));
    }
    if (now.rules().alignment().sideways() && !rules.alignment().sideways()) {
      add(reasons, "goals.stranded-sideways", "", store.sideways());
    }
    int contributions = rules.alignment().contributionsAtMost();
    if (contributions < now.rules().alignment().contributionsAtMost()) {
      add(
          reasons,
          "goals.stranded-contributions",
          contributions,
          store.withMoreContributions(contributions));
    }
    if (!now.cadence().equals(next.cadence())) {
      calendar.dropped(next.cadence()).forEach(cycle -> add(reasons, cycle));
    }
    return reasons;
  }

  @Override
  public void follow(Stake next, UUID version) {
    // goals read the rules in force whenever they need them
  }

  /// All of a cycle that would vanish, drafts too: they would have no place left.
  private void add(List<Reason> reasons, Cycle cycle) {
    add(reasons, "goals.stranded-cycle", cycle.name(), store.in(cycle.id()));
  }

  private static void add(List<Reason> reasons, String code, Object what, Optional<Found> found) {
    found.ifPresent(some ->
        reasons.add(Reason.of(Reason.Kind.CONFLICT, code, some.count(), what, titles(some))));
  }

  private static String titles(Found found) {
    String titles =
        String.join(", ", found.titles().stream().map(title -> "“" + title + "”").toList());
    return found.count() > found.titles().size() ? titles + " …" : titles;
  }

  private static <E extends Enum<E>> List<String> gone(Set<E> now, Set<E> next) {
    return now.stream()
        .filter(one -> !next.contains(one))
        .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
