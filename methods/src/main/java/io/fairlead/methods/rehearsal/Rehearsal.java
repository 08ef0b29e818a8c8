package io.fairlead.methods.rehearsal;

import io.fairlead.methods.framework.Cadence.Window;
import io.fairlead.methods.framework.Framework;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What a framework will take of people's time, by role and week. What somebody spends in a week is
/// what their role has to do of its own, and so much for each person they lead; so the figures of a
/// hundred thousand people take no longer than those of ten.
///
/// @param weeks the Monday of each
/// @param loads of every role that somebody has, in the order of the roles
public record Rehearsal(int people, List<LocalDate> weeks, List<Load> loads) {
  private static final double NINE_IN_TEN = 0.9;
  private static final double ROUNDING = 1e-9;

  public Rehearsal {
    weeks = List.copyOf(weeks);
    loads = List.copyOf(loads);
  }

  /// What a role spends.
  ///
  /// @param reports that one of them leads directly, on average
  /// @param weeks in the order of the rehearsal's
  public record Load(Role role, int people, double reports, List<Week> weeks) {
    public Load {
      weeks = List.copyOf(weeks);
    }

    /// Minutes that one of them spends in a month of the span, on average: a month is 365.2425 / 12
    /// days.
    public double minutesAMonth() {
      return weeks.stream().mapToDouble(Week::mean).sum() / weeks.size() * (365.2425 / 12 / 7);
    }

    /// The week that takes most; the first of several.
    public Week busiest() {
      Week busiest = weeks.getFirst();
      for (Week week : weeks) {
        busiest = week.mean() > busiest.mean() ? week : busiest;
      }
      return busiest;
    }

    /// The weeks that take more of one of them, on average, than any week may; none without a
    /// limit.
    public List<Week> over(OptionalInt budget) {
      return budget.isEmpty()
          ? List.of()
          : weeks.stream().filter(week -> week.mean() > budget.getAsInt() + ROUNDING).toList();
    }

    /// Minutes that all of them spend in the span.
    public double minutes() {
      return people * weeks.stream().mapToDouble(Week::mean).sum();
    }
  }

  /// Minutes that somebody of a role spends in a week.
  ///
  /// @param mean over those of the role
  /// @param most what nine in ten of them do not exceed
  /// @param largest of whoever leads most
  /// @param duties the mean, by what it is spent on, without what takes nothing
  public record Week(
      LocalDate monday, double mean, double most, double largest, Map<String, Double> duties) {
    public Week {
      duties = Map.copyOf(duties);
    }
  }

  /// @param from the first week is the one that holds this day
  /// @param weeks how many, at least 1
  /// @throws IllegalArgumentException for fewer weeks, or without people
  public static Rehearsal of(
      Framework framework, Staff staff, LocalDate from, int weeks, List<DutySource> sources) {
    if (weeks < 1 || staff.people() == 0) {
      throw new IllegalArgumentException("a rehearsal needs a week and a person");
    }
    LocalDate first = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Window span = new Window(first, first.plusWeeks(weeks).minusDays(1));
    Map<String, Spread> spreads = new LinkedHashMap<>();
    for (DutySource source : sources) {
      for (Duty duty : source.duties(framework, staff, span)) {
        spreads.computeIfAbsent(duty.code(), _ -> new Spread(first, weeks)).add(duty);
      }
    }
    List<Load> loads = new ArrayList<>();
    for (Role role : Role.values()) {
      if (staff.people(role) > 0) {
        loads.add(load(staff, role, first, weeks, spreads));
      }
    }
    return new Rehearsal(
        staff.people(), first.datesUntil(span.closes(), Period.ofWeeks(1)).toList(), loads);
  }

  private static Load load(
      Staff staff, Role role, LocalDate first, int weeks, Map<String, Spread> spreads) {
    double mean = staff.meanReports(role);
    int most = staff.reports(role, NINE_IN_TEN);
    int largest = staff.reports(role, 1);
    List<Week> found = new ArrayList<>();
    for (int i = 0; i < weeks; i++) {
      int week = i;
      Map<String, Double> duties = new LinkedHashMap<>();
      spreads.forEach((code, spread) -> {
        double minutes = spread.of(role, mean, week);
        if (minutes > 0) {
          duties.put(code, minutes);
        }
      });
      found.add(
          new Week(
              first.plusWeeks(i),
              duties.values().stream().mapToDouble(Double::doubleValue).sum(),
              spreads.values().stream().mapToDouble(each -> each.of(role, most, week)).sum(),
              spreads.values().stream().mapToDouble(each -> each.of(role, largest, week)).sum(),
              duties));
    }
    return new Load(role, staff.people(role), mean, found);
  }

  /// The minutes of one kind of duty over the weeks.
  private static final class Spread {
    private final LocalDate first;
    private final int weeks;
    private final Map<Role, double[]> own = new EnumMap<>(Role.class);
    private final double[] perReport;

    private Spread(LocalDate first, int weeks) {
      this.first = first;
      this.weeks = weeks;
      this.perReport = new double[weeks];
    }

    private double of(Role role, double reports, int week) {
      return of(role)[week] + reports * perReport[week];
    }

    private double[] of(Role role) {
      return own.computeIfAbsent(role, _ -> new double[weeks]);
    }

    private void add(Duty duty) {
      List<LocalDate> all =
          duty.during().opens().datesUntil(duty.during().closes().plusDays(1)).toList();
      List<LocalDate> working = all.stream().filter(Spread::isWorkingDay).toList();
      List<LocalDate> days = working.isEmpty() ? all : working;
      for (LocalDate day : days) {
        long week = Math.floorDiv(ChronoUnit.DAYS.between(first, day), 7L);
        if (week >= 0 && week < perReport.length) {
          int at = (int) week;
          duty.own().forEach((role, minutes) -> of(role)[at] += minutes / days.size());
          perReport[at] += duty.perReport() / days.size();
        }
      }
    }

    private static boolean isWorkingDay(LocalDate day) {
      return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
  }
}
