package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sums up cycles. One with few goals is counted when somebody asks, over what they may see. One
/// with many is counted ahead by a job, over what everybody may see, so that the page costs the
/// same however many there are.
@Component
class CycleSummaries {
  /// As many objectives as are counted while somebody waits, in a cycle and those before it.
  static final int COUNTED_AT_ONCE = 2_000;

  /// Objectives that are counted at a stretch, which takes well under a second.
  private static final int SLICE = 500;

  private static final Duration SHORTEST_REST = Duration.ofMinutes(5);

  /// A cycle that is over changes little: a late grade, a corrected figure.
  private static final int OVER_AFTER_DAYS = 60;

  private static final Duration REST_OF_WHAT_IS_OVER = Duration.ofDays(1);

  private final CycleSummaryStore store;
  private final Cycles cycles;
  private final GoalSettings settings;
  private final OrganisationSettings organisation;
  private final Clock clock;

  CycleSummaries(
      CycleSummaryStore store,
      Cycles cycles,
      GoalSettings settings,
      OrganisationSettings organisation,
      Clock clock) {
    this.store = store;
    this.cycles = cycles;
    this.settings = settings;
    this.organisation = organisation;
    this.clock = clock;
  }

  /// What the page shows of a cycle.
  ///
  /// @param summary empty while there is no cycle, or while it waits
  /// @param waits whether the cycle is large and has not been counted yet
  record Asked(Optional<CycleSummary> summary, boolean waits) {}

  /// The cycle of the query.
  @Transactional(readOnly = true)
  Asked summary(Viewer viewer, GoalQuery query, List<Cycle> all, LocalDate today) {
    return all.stream()
        .filter(cycle -> cycle.id().equals(query.cycle()))
        .findFirst()
        .map(cycle -> summary(viewer, cycle, all, today))
        .orElse(new Asked(Optional.empty(), false));
  }

  List<Cycle> all() {
    return cycles.all();
  }

  private Asked summary(Viewer viewer, Cycle cycle, List<Cycle> all, LocalDate today) {
    List<Cycle> row = alike(cycle, all);
    if (!store.isLarge(ids(row), COUNTED_AT_ONCE)) {
      CycleSum sum = new CycleSum(row, settings.bands(cycle), today);
      store.objectives(viewer, ids(row), sum::add);
      store.parts(viewer, cycle, sum::add);
      return new Asked(Optional.of(sum.sum()), false);
    }
    Optional<CycleSummary> kept =
        store
            .kept(cycle.id())
            .map(found -> found.summary().counted(found.asOf(), orphans(viewer, found.summary())));
    return new Asked(kept, kept.isEmpty());
  }

  private List<CycleSummary.Orphan> orphans(Viewer viewer, CycleSummary summary) {
    return store.visible(viewer, summary.orphans().stream().map(CycleSummary.Orphan::id).toList());
  }

  /// Counts the large cycles whose figures are old: those that run or have just ended after five
  /// minutes, or nine times as long as counting took; others after a day. Counting goes slice by
  /// slice and rests between them, so that pages hardly notice it.
  ///
  /// @param isEnding asked between slices; what is not finished then is begun anew another time
  /// @return how many
  int countLarge(BooleanSupplier isEnding) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), organisation.organisation().zone());
    List<Cycle> all = cycles.all();
    int counted = 0;
    for (Cycle cycle : all) {
      List<Cycle> row = alike(cycle, all);
      boolean isOver = cycle.ends().plusDays(OVER_AFTER_DAYS).isBefore(today);
      if (cycle.starts().isAfter(today)
          || !store.isDue(
              cycle.id(), isOver ? REST_OF_WHAT_IS_OVER : SHORTEST_REST, clock.instant())
          || !store.isLarge(ids(row), COUNTED_AT_ONCE)) {
        continue;
      }
      if (!count(row, today, isEnding)) {
        break;
      }
      counted++;
    }
    return counted;
  }

  /// @return whether it was finished
  private boolean count(List<Cycle> row, LocalDate today, BooleanSupplier isEnding) {
    // Who has no relation to anything sees what everybody sees.
    Viewer anybody = new Viewer(new UUID(0, 0), "", Set.of(), Set.of(), Set.of(), today);
    Cycle cycle = row.getLast();
    CycleSum sum = new CycleSum(row, settings.bands(cycle), today);
    Instant asOf = clock.instant();
    long worked = 0;
    for (Cycle each : row) {
      CycleSummaryStore.Place place = null;
      do {
        long begin = System.nanoTime();
        List<UUID> slice = new ArrayList<>();
        place =
            store.objectives(
                anybody,
                each.id(),
                place,
                SLICE,
                objective -> {
                  sum.add(objective);
                  slice.add(objective.id());
                });
        if (each.equals(cycle)) {
          store.parts(anybody, cycle, slice, sum::add);
        }
        long took = System.nanoTime() - begin;
        worked += took;
        if (isEnding.getAsBoolean() || !rest(took)) {
          return false;
        }
      } while (place != null);
    }
    store.keep(cycle.id(), sum.sum(), asOf, Duration.ofNanos(worked));
    return true;
  }

  /// Three times as long as the work took, which so takes a quarter of a core and of a connection.
  ///
  /// @return false if it was woken to end
  private static boolean rest(long worked) {
    try {
      Thread.sleep(Duration.ofNanos(3 * worked));
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<UUID> ids(List<Cycle> row) {
    return row.stream().map(Cycle::id).toList();
  }

  /// The cycle, after the last ones before it that are about as long and went by the same
  /// framework: everybody's, or one pilot's.
  private static List<Cycle> alike(Cycle cycle, List<Cycle> all) {
    List<Cycle> row =
        new ArrayList<>(
            all.stream()
                .filter(other ->
                    Objects.equals(other.pilot(), cycle.pilot())
                        && other.ends().isBefore(cycle.starts())
                        && Math.abs(other.days() - cycle.days()) <= 10)
                .sorted(Comparator.comparing(Cycle::ends).reversed())
                .limit(CycleSummary.CYCLES_BACK)
                .toList()
                .reversed());
    row.add(cycle);
    return row;
  }
}
