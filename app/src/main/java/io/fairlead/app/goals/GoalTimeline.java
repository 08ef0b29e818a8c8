package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Objectives as bars over their cycles, with the windows of planning and grading. Every place is a
/// percentage of the whole stretch of days shown, so that a drawing is as wide as its page.
///
/// @param months where months begin, with the date
/// @param today where the day stands; outside 0..100 when it does not show
public record GoalTimeline(
    GoalQuery query,
    List<Cycle> cycles,
    double today,
    List<Month> months,
    List<Lane> lanes,
    boolean whole) {
  static final int MOST = 100;

  public record Month(double x, LocalDate day) {}

  /// One cycle with its objectives.
  public record Lane(
      Cycle cycle, Stretch whole, Stretch planning, Stretch grading, List<Bar> bars) {}

  public record Stretch(double x, double width) {}

  /// @param reached from the start of the cycle to the day on which it should have stood where it
  ///   stands; null where nothing is known
  /// @param checkIns the days somebody checked in
  /// @param dues the days on which key results are due before or after the cycle's end
  public record Bar(
      ObjectiveRow objective,
      Drift drift,
      @Nullable Stretch reached,
      List<Double> checkIns,
      List<Double> dues) {

    static Bar of(
        ObjectiveRow objective, List<KeyResultRow> keyResults, LocalDate today, Days days) {
      Cycle cycle = objective.cycle();
      Drift drift = Drift.of(objective, keyResults, today);
      return new Bar(
          objective,
          drift,
          drift.ahead() == null ? null : reached(cycle, drift.today() + drift.ahead(), days),
          drift.line().stream()
              .map(point -> days.x(cycle.starts().plusDays((long) point.day())))
              .toList(),
          keyResults.stream()
              .map(row -> row.asked().due())
              .filter(Objects::nonNull)
              .filter(due -> !due.equals(cycle.ends()))
              .distinct()
              .map(days::x)
              .toList());
    }

    private static Stretch reached(Cycle cycle, double day, Days days) {
      long whole = Math.clamp(Math.round(day), 0, cycle.days());
      return days.stretch(cycle.starts(), cycle.starts().plusDays(whole - 1));
    }
  }

  /// The days shown, as percentages from left to right.
  record Days(LocalDate from, LocalDate to) {
    double x(LocalDate day) {
      double all = ChronoUnit.DAYS.between(from, to) + 1.0;
      return Math.round(ChronoUnit.DAYS.between(from, day) / all * 1000) / 10.0;
    }

    Stretch stretch(LocalDate first, LocalDate last) {
      double x = x(first);
      return new Stretch(x, Math.max(0, Math.round((x(last.plusDays(1)) - x) * 10) / 10.0));
    }

    /// Month by month, or quarter by quarter where months would crowd.
    List<Month> months() {
      long all = ChronoUnit.MONTHS.between(from, to) + 1;
      long step = all <= 7 ? 1 : all <= 21 ? 3 : 12;
      List<Month> months = new ArrayList<>();
      for (LocalDate day = from; !day.isAfter(to); day = day.plusMonths(step)) {
        months.add(new Month(x(day), day));
      }
      return months;
    }
  }

  static GoalTimeline of(
      GoalQuery query,
      List<Cycle> all,
      List<ObjectiveRow> objectives,
      Map<UUID, List<KeyResultRow>> keyResults,
      LocalDate today) {
    List<Cycle> shown =
        all.stream()
            .filter(cycle -> objectives.stream().anyMatch(row -> row.cycle().equals(cycle)))
            .sorted(Comparator.comparing(Cycle::starts).thenComparing(Cycle::ends))
            .toList();
    Days days = days(shown, today);
    List<Lane> lanes = new ArrayList<>();
    for (Cycle cycle : shown) {
      lanes.add(
          new Lane(
              cycle,
              days.stretch(cycle.starts(), cycle.ends()),
              days.stretch(cycle.planningFrom(), cycle.planningUntil()),
              days.stretch(cycle.gradingFrom(), cycle.gradingUntil()),
              objectives.stream()
                  .filter(row -> row.cycle().equals(cycle))
                  .limit(MOST)
                  .map(
                      row -> Bar.of(row, keyResults.getOrDefault(row.id(), List.of()), today, days))
                  .toList()));
    }
    return new GoalTimeline(
        query, all, days.x(today), days.months(), lanes, objectives.size() <= MOST);
  }

  private static Days days(List<Cycle> shown, LocalDate today) {
    LocalDate from =
        shown.stream()
            .map(cycle -> earlier(cycle.planningFrom(), cycle.starts()))
            .min(Comparator.naturalOrder())
            .orElse(today);
    LocalDate to =
        shown.stream()
            .map(cycle -> later(cycle.gradingUntil(), cycle.ends()))
            .max(Comparator.naturalOrder())
            .orElse(today.plusMonths(1));
    return new Days(from.withDayOfMonth(1), to);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
