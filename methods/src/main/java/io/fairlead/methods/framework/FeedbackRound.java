package io.fairlead.methods.framework;

import io.fairlead.methods.framework.Cadence.Window;
import io.fairlead.methods.instruments.AnsweringTime;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A round of 360° feedback as the framework plans it.
///
/// @param instrument id of one that comes with Fairlead, or of one of the organisation's own
/// @param month in which it begins, the first of several in a year
/// @param raters that a reviewee is to have in each relationship; one that is not there is not
///   asked
/// @param nominating working days in which reviewees nominate and managers approve
/// @param answering working days in which raters answer, after that
/// @param lesson id of one that raters do before they answer
/// @param owner who answers for an evaluation, by name or office
/// @param validation what supports using the instrument for an evaluation
public record FeedbackRound(
    String name,
    String instrument,
    Purpose purpose,
    Reviewees reviewees,
    Every every,
    Month month,
    Map<Relationship, Integer> raters,
    int nominating,
    int answering,
    Optional<String> lesson,
    Optional<String> owner,
    Optional<String> validation) {
  private static final int MONTHS_IN_YEAR = 12;

  /// Of an instrument that is not known: fifteen items and two comments.
  private static final double MINUTES_FOR_ONE = AnsweringTime.minutes(15, 2, 0);

  /// Of whom is no name shown: the groups of the release rule.
  public static final List<Relationship> UNNAMED =
      List.of(
          Relationship.PEER, Relationship.REPORT, Relationship.OTHER, Relationship.CROSSFUNCTIONAL);

  public FeedbackRound {
    Map<Relationship, Integer> kept = new EnumMap<>(Relationship.class);
    raters.forEach((relationship, number) -> {
      if (number > 0) {
        kept.put(relationship, number);
      }
    });
    raters = Collections.unmodifiableMap(kept);
  }

  /// What its reports may be used for.
  public enum Purpose {
    DEVELOPMENT,
    EVALUATION
  }

  /// Who is rated. `LEADERS` are those whom anybody reports to, `LEADERS_OF_LEADERS` those whom one
  /// of them reports to.
  public enum Reviewees {
    EVERYONE,
    LEADERS,
    LEADERS_OF_LEADERS
  }

  /// How often it is held.
  public enum Every {
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    Every(int months) {
      this.months = months;
    }
  }

  /// When one of its rounds is held. The first day is the first Monday to Friday of its month.
  public record Dates(Window nominating, Window answering) {}

  /// How many raters are asked in a relationship; 0 where none.
  public int raters(Relationship relationship) {
    return raters.getOrDefault(relationship, 0);
  }

  /// Raters of a reviewee who are not named, all groups together.
  public int unnamed() {
    return UNNAMED.stream().mapToInt(this::raters).sum();
  }

  /// Minutes to answer about one person; of an instrument that is not known, those of fifteen items
  /// and two comments.
  public double minutesForOne(Function<String, Optional<Instrument>> instruments) {
    return instruments.apply(instrument).map(Instrument::estimatedMinutes).orElse(MINUTES_FOR_ONE);
  }

  /// The months in which it begins, in the order of the year.
  public List<Month> months() {
    return Stream.iterate(month, each -> each.plus(every.months))
        .limit(MONTHS_IN_YEAR / every.months)
        .sorted()
        .toList();
  }

  /// The rounds that begin on a day of the span, earliest first.
  public List<Dates> beginning(Window span) {
    List<Dates> found = new ArrayList<>();
    for (LocalDate first = span.opens().withDayOfMonth(1);
        !first.isAfter(span.closes());
        first = first.plusMonths(1)) {
      Dates dates = from(first);
      if (months().contains(first.getMonth()) && span.contains(dates.nominating().opens())) {
        found.add(dates);
      }
    }
    return found;
  }

  /// One that begins on that day, or on the Monday after a weekend.
  public Dates from(LocalDate day) {
    LocalDate opens = workingDay(day);
    Window nominating = new Window(opens, workingDays(opens, nominating()));
    LocalDate next = workingDay(nominating.closes().plusDays(1));
    return new Dates(nominating, new Window(next, workingDays(next, answering())));
  }

  private static LocalDate workingDays(LocalDate first, int count) {
    LocalDate last = first;
    for (int day = 1; day < count; day++) {
      last = workingDay(last.plusDays(1));
    }
    return last;
  }

  /// That day, or the Monday after it.
  static LocalDate workingDay(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY, SUNDAY -> workingDay(day.plusDays(1));
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
    };
  }
}
