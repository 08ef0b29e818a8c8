package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.methods.goals.AmbitionHint;
import io.fairlead.methods.goals.ConfidenceCalibration;
import io.fairlead.methods.goals.Course;
import io.fairlead.methods.goals.Fast;
import io.fairlead.methods.goals.Forecast;
import io.fairlead.methods.goals.Forecasts;
import io.fairlead.methods.goals.Grade;
import io.fairlead.methods.goals.ObjectiveKind;
import io.fairlead.methods.goals.Observation;
import io.fairlead.methods.goals.ScoringBands;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a cycle tells, over the goals that one may see: how often goals were reached, how targets
/// were set, what hangs together, and how goals were worked with. About goals, never about people.
///
/// @param hits by kind of objective, of those graded
/// @param ambition what the last cycles say about how high aspirational targets were set
/// @param means the mean score of aspirational objectives, a cycle each, oldest first
/// @param aligned objectives that contribute to something or say why not
/// @param orphans objectives that neither contribute, nor are contributed to, nor say why
public record CycleSummary(
    Cycle cycle,
    int objectives,
    int dropped,
    List<Hit> hits,
    AmbitionHint ambition,
    List<Mean> means,
    Fast.Share aligned,
    List<Orphan> orphans,
    int orphanCount,
    Fast fast,
    ConfidenceCalibration calibration) {
  static final int MOST = 20_000;
  static final int CYCLES_BACK = 4;
  private static final int ORPHANS_SHOWN = 20;

  /// @param reached how many were successes by the bands of their kind
  public record Hit(ObjectiveKind kind, int reached, int graded, double mean) {
    public double share() {
      return (double) reached / graded;
    }
  }

  public record Mean(Cycle cycle, double score, int n) {}

  public record Orphan(UUID id, String title) {}

  /// @param cycles the summed-up one last, before it those of its length
  static CycleSummary of(
      List<Cycle> cycles,
      List<CycleSummaryStore.Objective> all,
      List<CycleSummaryStore.Part> parts,
      Map<UUID, int[]> history,
      ScoringBands bands,
      LocalDate today) {
    Cycle cycle = cycles.getLast();
    List<CycleSummaryStore.Objective> here =
        all.stream().filter(each -> each.cycle().equals(cycle.id())).toList();
    List<CycleSummaryStore.Objective> kept = here.stream().filter(each -> !each.dropped()).toList();
    List<CycleSummaryStore.Objective> orphans =
        kept.stream()
            .filter(each -> !each.aligned() && !each.moved() && !each.standsAlone())
            .toList();
    List<Mean> means = means(cycles, all);
    return new CycleSummary(
        cycle,
        kept.size(),
        here.size() - kept.size(),
        hits(kept, bands),
        AmbitionHint.of(
            cycles.stream().map(each -> grades(all, each, ObjectiveKind.ASPIRATIONAL)).toList()),
        means,
        new Fast.Share(
            (int) kept.stream().filter(each -> each.aligned() || each.standsAlone()).count(),
            kept.size()),
        orphans.stream()
            .limit(ORPHANS_SHOWN)
            .map(each -> new Orphan(each.id(), each.title()))
            .toList(),
        orphans.size(),
        Fast.of(parts.stream().map(part -> seen(part, cycle, history, today)).toList()),
        calibration(parts));
  }

  private static List<Hit> hits(List<CycleSummaryStore.Objective> kept, ScoringBands bands) {
    List<Hit> hits = new ArrayList<>();
    for (ObjectiveKind kind : ObjectiveKind.values()) {
      List<Double> grades =
          kept.stream()
              .filter(each -> each.kind() == kind)
              .flatMap(each -> Optional.ofNullable(each.grade()).stream())
              .toList();
      if (!grades.isEmpty()) {
        int reached =
            (int) grades.stream().filter(score -> isHit(bands.grade(kind, score))).count();
        hits.add(new Hit(kind, reached, grades.size(), mean(grades)));
      }
    }
    return hits;
  }

  private static boolean isHit(Grade grade) {
    return switch (grade) {
      case GREEN, KEPT, ANSWERED -> true;
      case YELLOW, RED, NEEDS_EXPLANATION, PARTLY_ANSWERED, NOT_ANSWERED -> false;
    };
  }

  private static double mean(List<Double> scores) {
    return scores.stream().mapToDouble(score -> score).average().orElse(0);
  }

  private static List<Double> grades(
      List<CycleSummaryStore.Objective> all, Cycle cycle, ObjectiveKind kind) {
    return all.stream()
        .filter(each -> each.cycle().equals(cycle.id()) && each.kind() == kind && !each.dropped())
        .flatMap(each -> Optional.ofNullable(each.grade()).stream())
        .toList();
  }

  private static List<Mean> means(List<Cycle> cycles, List<CycleSummaryStore.Objective> all) {
    List<Mean> means = new ArrayList<>();
    for (Cycle cycle : cycles) {
      List<Double> grades = grades(all, cycle, ObjectiveKind.ASPIRATIONAL);
      if (!grades.isEmpty()) {
        means.add(new Mean(cycle, mean(grades), grades.size()));
      }
    }
    return means;
  }

  private static Fast.Seen seen(
      CycleSummaryStore.Part part, Cycle cycle, Map<UUID, int[]> history, LocalDate today) {
    LocalDate from = later(part.activeFrom(), cycle.starts());
    LocalDate until = today.isBefore(cycle.ends()) ? today : cycle.ends();
    int weeks = from.isAfter(until) ? 0 : (int) (ChronoUnit.DAYS.between(from, until) / 7) + 1;
    Set<LocalDate> discussed = new HashSet<>(part.weeks());
    discussed.removeIf(week -> week.plusDays(6).isBefore(from) || week.isAfter(until));
    return new Fast.Seen(
        weeks,
        Math.min(weeks, discussed.size()),
        chance(part, cycle, history.get(part.accountable())),
        Fast.isSpecific(
            part.asked().kind() == KeyResultKind.MILESTONES
                ? new io.fairlead.methods.goals.KeyResult.Milestones(Map.of("any", 1.0))
                : part.asked().method(),
            !part.asked().unit().isEmpty(),
            part.asked().due() != null),
        part.visibleToAll(),
        part.openedFromOutside());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /// By its first forecast; else by how often its owner's key results were reached before.
  private static @Nullable Double chance(
      CycleSummaryStore.Part part, Cycle cycle, int @Nullable [] past) {
    if (part.asked().hasCourse()) {
      Course course = Course.straight(0, 1, Math.max(1, cycle.days() - 1.0));
      List<Observation> series = new ArrayList<>();
      for (Track.Point point : part.points()) {
        series.add(
            new Observation(
                ChronoUnit.DAYS.between(cycle.starts(), point.day()), point.progress()));
        Forecast forecast = Forecasts.STANDARD.of(course, series);
        OptionalDouble chance = forecast.chance();
        if (chance.isPresent()) {
          return chance.getAsDouble();
        }
      }
    }
    return past == null || past[0] == 0 ? null : (double) past[1] / past[0];
  }

  private static ConfidenceCalibration calibration(List<CycleSummaryStore.Part> parts) {
    List<ConfidenceCalibration.Statement> statements = new ArrayList<>();
    for (CycleSummaryStore.Part part : parts) {
      Integer halfway = part.halfway();
      if (part.isFinal() && halfway != null) {
        Double score = part.score();
        statements.add(
            new ConfidenceCalibration.Statement(halfway, score != null && score >= 1 - 1e-9));
      }
    }
    return ConfidenceCalibration.of(statements);
  }
}
