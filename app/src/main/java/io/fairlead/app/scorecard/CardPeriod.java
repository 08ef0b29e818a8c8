package io.fairlead.app.scorecard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stretch of time by which a card is read: it has the scores of its last day, held against those
/// of the day before it began. Both ends are included.
public record CardPeriod(LocalDate first, LocalDate last) {
  private static final Pattern NAMED = Pattern.compile("(\\d{4})(?:-Q([1-4])|-(\\d{2}))?");
  private static final int EARLIEST = 1900;
  private static final int LATEST = 9999;

  /// What `2026`, `2026-Q2`, `2026-05` or `2026-04-01/2026-06-30` means; empty for anything else.
  static Optional<CardPeriod> read(String code) {
    try {
      return code.indexOf('/') < 0 ? named(code) : between(code);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<CardPeriod> named(String code) {
    Matcher parts = NAMED.matcher(code);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group(1));
    if (year < EARLIEST) {
      return Optional.empty();
    }
    if (parts.group(2) != null) {
      return Optional.of(
          months(LocalDate.of(year, 3 * Integer.parseInt(parts.group(2)) - 2, 1), 3));
    }
    return Optional.of(
        parts.group(3) == null
            ? months(LocalDate.of(year, 1, 1), 12)
            : months(LocalDate.of(year, Integer.parseInt(parts.group(3)), 1), 1));
  }

  private static Optional<CardPeriod> between(String code) {
    int slash = code.indexOf('/');
    LocalDate first = LocalDate.parse(code.substring(0, slash));
    LocalDate last = LocalDate.parse(code.substring(slash + 1));
    return first.getYear() < EARLIEST || last.getYear() > LATEST || first.isAfter(last)
        ? Optional.empty()
        : Optional.of(new CardPeriod(first, last));
  }

  private static CardPeriod months(LocalDate first, int months) {
    return new CardPeriod(first, first.plusMonths(months).minusDays(1));
  }

  static CardPeriod month(LocalDate within) {
    return months(within.withDayOfMonth(1), 1);
  }

  static CardPeriod quarter(LocalDate within) {
    return months(within.with(IsoFields.DAY_OF_QUARTER, 1), 3);
  }

  static CardPeriod year(LocalDate within) {
    return months(within.withDayOfYear(1), 12);
  }

  /// As it is sent and read, the shortest form.
  public String code() {
    if (equals(month(first))) {
      return first.toString().substring(0, 7);
    }
    if (equals(quarter(first))) {
      return first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR);
    }
    return equals(year(first)) ? String.valueOf(first.getYear()) : first + "/" + last;
  }

  /// The one before of the same length: as many months where it is made of whole ones, else days.
  public CardPeriod before() {
    int months = months();
    return months > 0
        ? months(first.minusMonths(months), months)
        : new CardPeriod(first.minusDays(days()), dayBefore());
  }

  /// The one after of the same length.
  public CardPeriod after() {
    LocalDate next = last.plusDays(1);
    int months = months();
    return months > 0 ? months(next, months) : new CardPeriod(next, last.plusDays(days()));
  }

  /// The day whose scores it is held against.
  public LocalDate dayBefore() {
    return first.minusDays(1);
  }

  /// Whether it still runs on that day.
  public boolean runsOn(LocalDate day) {
    return !day.isBefore(first) && day.isBefore(last);
  }

  /// The day whose scores it has: its last one, or today while it runs.
  LocalDate scoredOn(LocalDate today) {
    return last.isAfter(today) ? today : last;
  }

  private int months() {
    LocalDate next = last.plusDays(1);
    return first.getDayOfMonth() == 1 && next.getDayOfMonth() == 1
        ? (int) ChronoUnit.MONTHS.between(first, next)
        : 0;
  }

  private long days() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }
}
