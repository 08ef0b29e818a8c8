package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Objectives as bars over their cycles, with the windows of planning and grading.
///
/// @param months where months begin, with the date
/// @param today where the day stands; outside `0..width` when it does not show
public record GoalTimeline(
    GoalQuery query,
    List<Cycle> cycles,
    int width,
    double today,
    List<Month> months,
    List<Lane> lanes,
    boolean whole) {
  static final int MOST = 100;
  private static final int WIDTH = 900;

  public record Month(double x, LocalDate day) {}

  /// One cycle with its objectives.
  public record Lane(
      Cycle cycle, Stretch whole, Stretch planning, Stretch grading, List<Bar> bars) {}

  public record Stretch(double x, double width) {}

  public record Bar(ObjectiveRow objective, Drift drift) {}

  static GoalTimeline of(
      GoalQuery query,
      List<Cycle> all,
      List<ObjectiveRow> objectives,
      java.util.function.Function<ObjectiveRow, Drift> drift,
      LocalDate today) {
    List<Cycle> shown =
        all.stream()
            .filter(cycle -> objectives.stream().anyMatch(row -> row.cycle().equals(cycle)))
            .sorted(Comparator.comparing(Cycle::starts).thenComparing(Cycle::ends))
            .toList();
    LocalDate from =
        shown.stream()
            .map(cycle -> earlier(cycle.planningFrom(), cycle.starts()))
            .min(Comparator.naturalOrder())
            .orElse(today)
            .withDayOfMonth(1);
    LocalDate to =
        shown.stream()
            .map(cycle -> later(cycle.gradingUntil(), cycle.ends()))
            .max(Comparator.naturalOrder())
            .orElse(today.plusMonths(1));
    double scale = WIDTH / (double) Math.max(1, ChronoUnit.DAYS.between(from, to) + 1);
    List<Lane> lanes = new ArrayList<>();
    for (Cycle cycle : shown) {
      lanes.add(
          new Lane(
              cycle,
              stretch(from, scale, cycle.starts(), cycle.ends()),
              stretch(from, scale, cycle.planningFrom(), cycle.planningUntil()),
              stretch(from, scale, cycle.gradingFrom(), cycle.gradingUntil()),
              objectives.stream()
                  .filter(row -> row.cycle().equals(cycle))
                  .limit(MOST)
                  .map(row -> new Bar(row, drift.apply(row)))
                  .toList()));
    }
    return new GoalTimeline(
        query,
        all,
        WIDTH,
        x(from, scale, today),
        months(from, to, scale),
        lanes,
        objectives.size() <= MOST);
  }

  /// Month by month, or quarter by quarter where months would crowd.
  private static List<Month> months(LocalDate from, LocalDate to, double scale) {
    long all = ChronoUnit.MONTHS.between(from, to) + 1;
    long step = all <= 14 ? 1 : all <= 40 ? 3 : 12;
    List<Month> months = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusMonths(step)) {
      months.add(new Month(x(from, scale, day), day));
    }
    return months;
  }

  private static Stretch stretch(LocalDate from, double scale, LocalDate first, LocalDate last) {
    double x = x(from, scale, first);
    return new Stretch(x, rounded(x(from, scale, last.plusDays(1)) - x));
  }

  private static double x(LocalDate from, double scale, LocalDate day) {
    return rounded(ChronoUnit.DAYS.between(from, day) * scale);
  }

  private static double rounded(double pixels) {
    return Math.round(pixels * 10) / 10.0;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
