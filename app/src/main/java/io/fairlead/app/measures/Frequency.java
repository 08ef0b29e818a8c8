package io.fairlead.app.measures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/// How often a measure is taken.
public enum Frequency {
  DAILY("daily", 1),
  WEEKLY("weekly", 7),
  MONTHLY("monthly", 31),
  QUARTERLY("quarterly", 92),
  YEARLY("yearly", 366);

  private static final int LATE_AFTER = 2;

  private final String code;
  private final int days;

  Frequency(String code, int days) {
    this.code = code;
    this.days = days;
  }

  /// As it is stored, sent and read.
  public String code() {
    return code;
  }

  /// How many days lie between two values at most.
  public int days() {
    return days;
  }

  /// Whether a value of that day is so old that another one was due twice since.
  public boolean isLate(LocalDate last, LocalDate today) {
    return last.plusDays((long) LATE_AFTER * days).isBefore(today);
  }

  /// The first day of the period that has this day; a week begins on Monday.
  public LocalDate first(LocalDate day) {
    return switch (this) {
      case DAILY -> day;
      case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTHLY -> day.withDayOfMonth(1);
      case QUARTERLY -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
      case YEARLY -> day.withDayOfYear(1);
    };
  }

  /// The last day of the period that has this day.
  public LocalDate last(LocalDate day) {
    LocalDate first = first(day);
    LocalDate next =
        switch (this) {
          case DAILY -> first.plusDays(1);
          case WEEKLY -> first.plusWeeks(1);
          case MONTHLY -> first.plusMonths(1);
          case QUARTERLY -> first.plusMonths(3);
          case YEARLY -> first.plusYears(1);
        };
    return next.minusDays(1);
  }

  public static Optional<Frequency> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
