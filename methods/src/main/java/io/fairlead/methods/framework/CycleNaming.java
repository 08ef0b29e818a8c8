package io.fairlead.methods.framework;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/// What a cycle is called: by the calendar (`Q2 2026`, `H1 2026`, `2026`; where a fiscal year does
/// not start with a calendar quarter, by its months: `Feb–Apr 2026`) or by the fiscal year (`FY26
/// Q2`).
record CycleNaming(Cadence.FiscalYear fiscalYear, CycleNames names) {

  static int months(CycleLength length) {
    return switch (length) {
      case QUARTER -> 3;
      case HALF_YEAR -> 6;
      case YEAR -> 12;
      case CUSTOM -> throw new IllegalArgumentException("a custom cycle has its own dates");
    };
  }

  String name(CycleLength length, LocalDate starts) {
    return switch (names) {
      case CALENDAR -> calendar(length, starts);
      case FISCAL -> fiscal(length, starts);
    };
  }

  private static String calendar(CycleLength length, LocalDate starts) {
    int months = months(length);
    if ((starts.getMonthValue() - 1) % months != 0) {
      return span(starts, starts.plusMonths(months).minusDays(1));
    }
    return (ordinal(length, (starts.getMonthValue() - 1) / months) + " " + starts.getYear())
        .strip();
  }

  private static String span(LocalDate starts, LocalDate ends) {
    String year = starts.getYear() == ends.getYear() ? "" : " " + starts.getYear();
    return month(starts.getMonth()) + year + "–" + month(ends.getMonth()) + " " + ends.getYear();
  }

  private static String month(Month month) {
    return month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private String fiscal(CycleLength length, LocalDate starts) {
    int monthsIn = Math.floorMod(starts.getMonthValue() - fiscalYear.starts().getValue(), 12);
    LocalDate yearStarts = starts.minusMonths(monthsIn);
    int year =
        switch (fiscalYear.namedBy()) {
          case START -> yearStarts.getYear();
          case END -> yearStarts.plusYears(1).minusDays(1).getYear();
        };
    return "FY%02d %s".formatted(year % 100, ordinal(length, monthsIn / months(length))).strip();
  }

  private static String ordinal(CycleLength length, int index) {
    return switch (length) {
      case QUARTER -> "Q" + (index + 1);
      case HALF_YEAR -> "H" + (index + 1);
      case YEAR, CUSTOM -> "";
    };
  }
}
