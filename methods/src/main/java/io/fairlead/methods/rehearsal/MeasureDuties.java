package io.fairlead.methods.rehearsal;

import io.fairlead.methods.framework.Cadence.Window;
import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.MeasureDefaults;
import io.fairlead.methods.framework.ScorecardDefaults.Review;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What measures ask: a value at every step of their frequency, a look at what leaves its range,
/// and the talk over a scorecard in the first week of its month or quarter. All of it is asked of
/// those who lead.
public final class MeasureDuties implements DutySource {
  public static final String VALUES = "values";
  public static final String SIGNALS = "signals";
  public static final String REVIEW = "scorecard";

  private static final int MONTHS_IN_QUARTER = 3;
  private static final int MONTHS_IN_YEAR = 12;
  private static final int DAYS_AFTER_FIRST = 6;

  private final MeasureAssumptions each;

  private MeasureDuties(MeasureAssumptions each) {
    this.each = each;
  }

  public static MeasureDuties usual() {
    return with(MeasureAssumptions.USUAL);
  }

  public static MeasureDuties with(MeasureAssumptions assumptions) {
    return new MeasureDuties(assumptions);
  }

  public MeasureAssumptions assumptions() {
    return each;
  }

  @Override
  public List<Duty> duties(Framework framework, Staff staff, Window span) {
    List<Duty> duties = new ArrayList<>();
    MeasureDefaults measures = framework.measures();
    if (measures.perLeader() > 0) {
      for (Window step : steps(measures.frequency(), span)) {
        double values = measures.perLeader();
        duties.add(duty(VALUES, step, values * each.secondsToEnter() / 60));
        if (measures.signals()) {
          duties.add(
              duty(SIGNALS, step, values / each.valuesToSignal() * each.minutesToLookAtSignal()));
        }
      }
    }
    for (Window month : reviews(framework.scorecard().review(), span)) {
      duties.add(duty(REVIEW, month, each.minutesToReview()));
    }
    return duties;
  }

  private static Duty duty(String code, Window during, double minutes) {
    return new Duty(code, during, Map.of(Role.LEADER, minutes, Role.LEADER_OF_LEADERS, minutes), 0);
  }

  /// Each step that has a day in the span, whole: a week from its Monday, a month from its first.
  private static List<Window> steps(MeasureDefaults.Frequency frequency, Window span) {
    LocalDate from = span.opens();
    return switch (frequency) {
      case DAILY -> from.datesUntil(span.closes().plusDays(1)).map(MeasureDuties::day).toList();
      case WEEKLY -> weeks(span);
      case MONTHLY -> months(span, 1);
      case QUARTERLY -> months(span, MONTHS_IN_QUARTER);
      case YEARLY -> months(span, MONTHS_IN_YEAR);
    };
  }

  private static Window day(LocalDate day) {
    return new Window(day, day);
  }

  private static List<Window> weeks(Window span) {
    List<Window> weeks = new ArrayList<>();
    LocalDate monday = span.opens().minusDays(span.opens().getDayOfWeek().getValue() - 1L);
    while (!monday.isAfter(span.closes())) {
      weeks.add(new Window(monday, monday.plusDays(DAYS_AFTER_FIRST)));
      monday = monday.plusWeeks(1);
    }
    return weeks;
  }

  /// Months, quarters or years of the calendar.
  private static List<Window> months(Window span, int length) {
    List<Window> found = new ArrayList<>();
    LocalDate opens = span.opens();
    LocalDate first = opens.withDayOfMonth(1).minusMonths((opens.getMonthValue() - 1) % length);
    while (!first.isAfter(span.closes())) {
      LocalDate next = first.plusMonths(length);
      found.add(new Window(first, next.minusDays(1)));
      first = next;
    }
    return found;
  }

  private static List<Window> reviews(Review review, Window span) {
    List<Window> months =
        switch (review) {
          case NEVER -> List.of();
          case MONTHLY -> months(span, 1);
          case QUARTERLY -> months(span, MONTHS_IN_QUARTER);
        };
    return months.stream()
        .map(month -> new Window(month.opens(), month.opens().plusDays(DAYS_AFTER_FIRST)))
        .filter(week -> week.overlaps(span))
        .toList();
  }
}
