package io.fairlead.methods.framework;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When people plan, check in and grade; and the calendar that follows from it. All dates are days
/// of the organisation's zone, both ends inclusive.
public record Cadence(
    FiscalYear fiscalYear, Cycles cycles, Planning planning, Grading grading, CheckIns checkIns) {

  /// @param starts on the first of which month a year begins
  public record FiscalYear(Month starts, YearName namedBy) {}

  /// @param longer lengths that run beside and contain the ordinary ones
  /// @param custom the cycles one by one, used when the length is custom
  public record Cycles(
      CycleLength length, List<CycleLength> longer, CycleNames names, List<Custom> custom) {
    public Cycles {
      longer = List.copyOf(longer);
      custom = List.copyOf(custom);
    }
  }

  public record Custom(String name, LocalDate starts, LocalDate ends) {}

  /// Planning of a cycle, in days around its first day.
  public record Planning(int opensDaysBefore, int closesDaysAfter) {}

  /// Grading of a cycle, in days around its last day.
  public record Grading(int opensDaysBefore, int closesDaysAfter) {}

  /// @param countedFrom a day of a week that has a check-in, when there is one every two weeks
  public record CheckIns(Rhythm rhythm, DayOfWeek day, LocalDate countedFrom) {}

  /// A span of days, both inclusive.
  public record Window(LocalDate opens, LocalDate closes) {
    public boolean contains(LocalDate day) {
      return !day.isBefore(opens) && !day.isAfter(closes);
    }

    public boolean overlaps(Window other) {
      return !opens.isAfter(other.closes) && !other.opens.isAfter(closes);
    }

    public long days() {
      return ChronoUnit.DAYS.between(opens, closes) + 1;
    }
  }

  /// One cycle of the calendar: `Q2 2026`, from 2026-04-01 to 2026-06-30.
  public record Cycle(
      String name, CycleLength length, Window during, Window planning, Window grading) {

    /// Whether the other cycle lies wholly within this one; every cycle contains itself.
    public boolean contains(Cycle other) {
      return during.contains(other.during.opens()) && during.contains(other.during.closes());
    }
  }

  /// Every cycle that has a day in the span, by first day, longer ones before the shorter they
  /// contain.
  public List<Cycle> cycles(LocalDate from, LocalDate to) {
    Window span = new Window(from, to);
    return Stream.concat(Stream.of(cycles.length()), cycles.longer().stream())
        .distinct()
        .flatMap(length -> cyclesOf(length, span))
        .filter(cycle -> cycle.during().overlaps(span))
        .sorted(
            Comparator.comparing((Cycle cycle) -> cycle.during().opens())
                .thenComparing(cycle -> cycle.during().closes(), Comparator.reverseOrder()))
        .toList();
  }

  /// The ordinary cycle that runs on a day; none in a gap between custom cycles.
  public Optional<Cycle> cycleOn(LocalDate day) {
    return cycles(day, day).stream().filter(cycle -> cycle.length() == cycles.length()).findFirst();
  }

  /// The days in the span on which a check-in is due.
  public List<LocalDate> checkInsDue(LocalDate from, LocalDate to) {
    List<LocalDate> due = new ArrayList<>();
    for (LocalDate day = nextCheckIn(from); !day.isAfter(to); day = nextCheckIn(day.plusDays(1))) {
      due.add(day);
    }
    return due;
  }

  /// The first day on which a check-in is due, on or after the given one.
  public LocalDate nextCheckIn(LocalDate from) {
    LocalDate candidate = from.with(TemporalAdjusters.nextOrSame(checkIns.day()));
    return switch (checkIns.rhythm()) {
      case WEEKLY -> candidate;
      case EVERY_TWO_WEEKS ->
          weeksSinceCounting(candidate) % 2 == 0 ? candidate : candidate.plusWeeks(1);
      case MONTHLY -> lastOfMonth(candidate);
    };
  }

  /// The longest usual time between two check-ins, in days: 7, 14 or 35.
  public int daysBetweenCheckIns() {
    return switch (checkIns.rhythm()) {
      case WEEKLY -> 7;
      case EVERY_TWO_WEEKS -> 14;
      case MONTHLY -> 35;
    };
  }

  private long weeksSinceCounting(LocalDate day) {
    return ChronoUnit.WEEKS.between(monday(checkIns.countedFrom()), monday(day));
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private LocalDate lastOfMonth(LocalDate candidate) {
    return candidate.with(TemporalAdjusters.lastInMonth(checkIns.day()));
  }

  private Stream<Cycle> cyclesOf(CycleLength length, Window span) {
    if (length == CycleLength.CUSTOM) {
      return cycles.custom().stream()
          .map(custom -> cycle(custom.name(), length, custom.starts(), custom.ends()));
    }
    int months = CycleNaming.months(length);
    LocalDate first = fiscalYearStart(span.opens());
    return Stream.iterate(first, day -> !day.isAfter(span.closes()), day -> day.plusMonths(months))
        .map(starts ->
            cycle(
                new CycleNaming(fiscalYear, cycles.names()).name(length, starts),
                length,
                starts,
                starts.plusMonths(months).minusDays(1)));
  }

  private LocalDate fiscalYearStart(LocalDate day) {
    LocalDate sameYear = LocalDate.of(day.getYear(), fiscalYear.starts(), 1);
    return sameYear.isAfter(day) ? sameYear.minusYears(1) : sameYear;
  }

  private Cycle cycle(String name, CycleLength length, LocalDate starts, LocalDate ends) {
    return new Cycle(
        name,
        length,
        new Window(starts, ends),
        new Window(
            starts.minusDays(planning.opensDaysBefore()),
            starts.plusDays(planning.closesDaysAfter())),
        new Window(
            ends.minusDays(grading.opensDaysBefore()), ends.plusDays(grading.closesDaysAfter())));
  }
}
