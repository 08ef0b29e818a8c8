package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.goals.CycleSummary.Hit;
import io.fairlead.app.goals.CycleSummary.Mean;
import io.fairlead.app.goals.CycleSummary.Orphan;
import io.fairlead.methods.goals.AmbitionHint;
import io.fairlead.methods.goals.ConfidenceCalibration;
import io.fairlead.methods.goals.Course;
import io.fairlead.methods.goals.Fast;
import io.fairlead.methods.goals.Forecasts;
import io.fairlead.methods.goals.Grade;
import io.fairlead.methods.goals.KeyResult;
import io.fairlead.methods.goals.ObjectiveKind;
import io.fairlead.methods.goals.Observation;
import io.fairlead.methods.goals.ScoringBands;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Adds up what a cycle tells, one goal at a time, so that a large cycle takes no more room than a
/// small one.
final class CycleSum {
  private static final int ORPHANS_SHOWN = 20;
  private static final int AT_ONCE = 1_000;

  private final List<Cycle> cycles;
  private final Cycle cycle;
  private final ScoringBands bands;
  private final LocalDate today;

  private int kept;
  private int dropped;
  private int aligned;
  private int orphanCount;
  private final List<Orphan> orphans = new ArrayList<>();
  private final Map<ObjectiveKind, Scores> graded = new EnumMap<>(ObjectiveKind.class);
  private final Map<UUID, Scores> aspirational = new HashMap<>();
  private final List<Fast.Seen> seen = new ArrayList<>();
  private Fast fast = Fast.of(List.of());
  private final List<ConfidenceCalibration.Statement> stated = new ArrayList<>();
  private ConfidenceCalibration calibration = ConfidenceCalibration.of(List.of());

  private static final class Scores {
    private int n;
    private int reached;
    private double sum;

    private void add(double score, boolean hit) {
      n++;
      reached += hit ? 1 : 0;
      sum += score;
    }

    private double mean() {
      return sum / n;
    }
  }

  /// @param cycles the summed-up one last, before it those of its length
  CycleSum(List<Cycle> cycles, ScoringBands bands, LocalDate today) {
    this.cycles = List.copyOf(cycles);
    this.cycle = cycles.getLast();
    this.bands = bands;
    this.today = today;
  }

  void add(CycleSummaryStore.Objective objective) {
    Double grade = objective.grade();
    if (grade != null && !objective.dropped()) {
      boolean hit = isHit(bands.grade(objective.kind(), grade));
      if (objective.kind() == ObjectiveKind.ASPIRATIONAL) {
        aspirational.computeIfAbsent(objective.cycle(), _ -> new Scores()).add(grade, hit);
      }
      if (objective.cycle().equals(cycle.id())) {
        graded.computeIfAbsent(objective.kind(), _ -> new Scores()).add(grade, hit);
      }
    }
    if (!objective.cycle().equals(cycle.id())) {
      return;
    }
    if (objective.dropped()) {
      dropped++;
      return;
    }
    kept++;
    aligned += objective.aligned() || objective.standsAlone() ? 1 : 0;
    if (!objective.aligned() && !objective.moved() && !objective.standsAlone()) {
      orphanCount++;
      if (orphans.size() < ORPHANS_SHOWN) {
        orphans.add(new Orphan(objective.id(), objective.title()));
      }
    }
  }

  private static boolean isHit(Grade grade) {
    return switch (grade) {
      case GREEN, KEPT, ANSWERED -> true;
      case YELLOW, RED, NEEDS_EXPLANATION, PARTLY_ANSWERED, NOT_ANSWERED -> false;
    };
  }

  void add(CycleSummaryStore.Part part) {
    seen.add(seen(part));
    Integer halfway = part.halfway();
    if (part.isFinal() && halfway != null) {
      Double score = part.score();
      stated.add(new ConfidenceCalibration.Statement(halfway, score != null && score >= 1 - 1e-9));
    }
    if (seen.size() == AT_ONCE) {
      fold();
    }
  }

  private void fold() {
    fast = fast.and(Fast.of(seen));
    calibration = calibration.and(ConfidenceCalibration.of(stated));
    seen.clear();
    stated.clear();
  }

  private Fast.Seen seen(CycleSummaryStore.Part part) {
    LocalDate from = part.activeFrom().isAfter(cycle.starts()) ? part.activeFrom() : cycle.starts();
    LocalDate until = today.isBefore(cycle.ends()) ? today : cycle.ends();
    int weeks =
        from.isAfter(until) ? 0 : (int) ChronoUnit.WEEKS.between(monday(from), monday(until)) + 1;
    Set<LocalDate> discussed = new HashSet<>(part.weeks());
    discussed.removeIf(week -> week.plusDays(6).isBefore(from) || week.isAfter(until));
    return new Fast.Seen(
        weeks,
        Math.min(weeks, discussed.size()),
        chance(part),
        Fast.isSpecific(
            part.asked().kind() == KeyResultKind.MILESTONES
                ? new KeyResult.Milestones(Map.of("any", 1.0))
                : part.asked().method(),
            !part.asked().unit().isEmpty(),
            part.asked().due() != null),
        part.visibleToAll(),
        part.openedFromOutside());
  }

  /// Weeks are those of the calendar, as check-ins are gathered by.
  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /// By its first forecast; else by how often its owner's key results were reached before.
  private @Nullable Double chance(CycleSummaryStore.Part part) {
    if (part.asked().hasCourse()) {
      Course course = Course.straight(0, 1, Math.max(1, cycle.days() - 1.0));
      List<Observation> series = new ArrayList<>();
      for (Track.Point point : part.points()) {
        series.add(
            new Observation(
                ChronoUnit.DAYS.between(cycle.starts(), point.day()), point.progress()));
        OptionalDouble chance = Forecasts.STANDARD.of(course, series).chance();
        if (chance.isPresent()) {
          return chance.getAsDouble();
        }
      }
    }
    return part.before() == 0 ? null : (double) part.reachedBefore() / part.before();
  }

  CycleSummary sum() {
    fold();
    List<Mean> means = new ArrayList<>();
    for (Cycle each : cycles) {
      Scores scores = aspirational.get(each.id());
      if (scores != null) {
        means.add(new Mean(each, scores.mean(), scores.n));
      }
    }
    List<Hit> hits = new ArrayList<>();
    graded.forEach(
        (kind, scores) -> hits.add(new Hit(kind, scores.reached, scores.n, scores.mean())));
    return new CycleSummary(
        cycle,
        kept,
        dropped,
        hits,
        AmbitionHint.of(means.stream().map(mean -> List.of(mean.score())).toList()),
        means,
        new Fast.Share(aligned, kept),
        orphans,
        orphanCount,
        fast,
        calibration,
        null);
  }
}
