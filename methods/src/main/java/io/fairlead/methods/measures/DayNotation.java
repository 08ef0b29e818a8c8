package io.fairlead.methods.measures;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The ways in which a file of values writes its days. A file keeps to one of them; a notation that
/// names a longer time than a day means its first day.
enum DayNotation {
  /// `2026-03-31`
  DAY("(\\d{4})-(\\d\\d?)-(\\d\\d?)"),
  /// `2026/03/31`
  SLASHED_DAY("(\\d{4})/(\\d\\d?)/(\\d\\d?)"),
  /// `20260331`
  PLAIN_DAY("(\\d{4})(\\d\\d)(\\d\\d)"),
  /// `2026-03-31T10:00`, the time of day left aside
  TIME("(\\d{4})-(\\d\\d)-(\\d\\d)[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?"),
  /// `2026-03-31T10:00Z`: the day where it was written, so all of them must be of one zone
  ZONED_TIME(
      "(\\d{4})-(\\d\\d)-(\\d\\d)[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)"),
  /// `31.03.2026`
  DOTTED("(\\d\\d?)\\.(\\d\\d?)\\.(\\d{4})"),
  /// `31/03/2026` or `31-03-2026`
  DAY_FIRST("(\\d\\d?)[/-](\\d\\d?)[/-](\\d{4})"),
  /// `03/31/2026`
  MONTH_FIRST("(\\d\\d?)[/-](\\d\\d?)[/-](\\d{4})"),
  /// `2026-03`
  MONTH("(\\d{4})[-/](\\d\\d)"),
  /// `Mar 2026` or `March 2026`
  MONTH_NAME("([A-Za-z]{3,9})\\.? (\\d{4})"),
  /// `2026-W13`
  WEEK("(\\d{4})-?W(\\d\\d)"),
  /// `2026-Q1` or `2026 Q1`
  QUARTER("(\\d{4})[- ]?Q([1-4])"),
  /// `Q1 2026`
  QUARTER_FIRST("Q([1-4])[- ](\\d{4})"),
  /// `2026`
  YEAR("(\\d{4})"),
  /// `17`: only the order is told
  NUMBER("(\\d{1,9})");

  private static final Pattern ZONE = Pattern.compile("(Z|[+-]\\d\\d:?\\d\\d)$");

  private final Pattern pattern;

  DayNotation(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /// The first notation in which every cell is a day; empty if there is none, or if day and month
  /// cannot be told apart.
  static Optional<DayNotation> of(List<String> cells) {
    List<DayNotation> fitting =
        Stream.of(values())
            .filter(notation -> cells.stream().allMatch(cell -> notation.read(cell).isPresent()))
            .toList();
    boolean isAmbiguous = fitting.contains(DAY_FIRST) && fitting.contains(MONTH_FIRST);
    return isAmbiguous ? Optional.empty() : fitting.stream().findFirst();
  }

  /// The notation that most cells are written in, to say which others are not.
  static Optional<DayNotation> ofMost(List<String> cells) {
    DayNotation best = null;
    long most = 0;
    for (DayNotation notation : values()) {
      long count = cells.stream().filter(cell -> notation.read(cell).isPresent()).count();
      if (count > most) {
        most = count;
        best = notation;
      }
    }
    return Optional.ofNullable(best);
  }

  /// The zone behind a time; empty for any other cell.
  static String zone(String cell) {
    Matcher zone = ZONE.matcher(cell);
    return ZONED_TIME.pattern.matcher(cell).matches() && zone.find()
        ? zone.group().replace(":", "").replace("Z", "+0000")
        : "";
  }

  /// Whether days in it tell their order and nothing of the calendar.
  boolean isOrderOnly() {
    return this == NUMBER;
  }

  Optional<LocalDate> read(String cell) {
    Matcher found = pattern.matcher(cell);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(day(found));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private LocalDate day(Matcher found) {
    return switch (this) {
      case DAY, SLASHED_DAY, PLAIN_DAY, TIME, ZONED_TIME -> day(found, 1, 2, 3);
      case DOTTED, DAY_FIRST -> day(found, 3, 2, 1);
      case MONTH_FIRST -> day(found, 3, 1, 2);
      case MONTH -> LocalDate.of(number(found, 1), number(found, 2), 1);
      case MONTH_NAME ->
          LocalDate.parse(
              "1 " + found.group(1).substring(0, 3) + " " + found.group(2), NamedMonth.SHORT);
      case WEEK ->
          LocalDate.of(number(found, 1), 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(found, 2))
              .with(DayOfWeek.MONDAY);
      case QUARTER -> LocalDate.of(number(found, 1), number(found, 2) * 3 - 2, 1);
      case QUARTER_FIRST -> LocalDate.of(number(found, 2), number(found, 1) * 3 - 2, 1);
      case YEAR -> LocalDate.of(number(found, 1), 1, 1);
      case NUMBER -> LocalDate.ofEpochDay(number(found, 1));
    };
  }

  private static LocalDate day(Matcher found, int year, int month, int day) {
    return LocalDate.of(number(found, year), number(found, month), number(found, day));
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  /// Month names are English whatever the machine speaks.
  private static final class NamedMonth {
    static final DateTimeFormatter SHORT =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM uuuu")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
  }
}
