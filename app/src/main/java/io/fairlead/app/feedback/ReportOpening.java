package io.fairlead.app.feedback;

import io.fairlead.methods.framework.FeedbackDefaults.Opening;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// When a report opens: as soon as its debrief is booked where the round says so, at the latest so
/// many working days after it was published as the round says. Nobody should be alone with it over
/// a weekend, so what would open between Friday 16:00 and Monday 08:00 opens then. Where the round
/// has a steward, they have two working days before anything opens.
final class ReportOpening {
  private static final int FOR_THE_STEWARD = 2;
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime WEEKEND = LocalTime.of(16, 0);

  private ReportOpening() {}

  /// @param bookedAt when the debrief was first booked
  /// @param zone of the organisation
  static Instant of(
      LocalDate publishedOn,
      @Nullable Instant bookedAt,
      boolean hasSteward,
      Opening opening,
      ZoneId zone) {
    int days = hasSteward ? Math.max(opening.after(), FOR_THE_STEWARD) : opening.after();
    Instant latest = afterWeekend(morning(publishedOn, days, zone), zone);
    if (bookedAt == null || !opening.debrief()) {
      return latest;
    }
    Instant earliest = hasSteward ? morning(publishedOn, FOR_THE_STEWARD, zone) : Instant.MIN;
    Instant booked = afterWeekend(bookedAt.isBefore(earliest) ? earliest : bookedAt, zone);
    return booked.isBefore(latest) ? booked : latest;
  }

  private static Instant morning(LocalDate day, int workingDaysLater, ZoneId zone) {
    LocalDate found = day;
    for (int left = workingDaysLater; left > 0; ) {
      found = found.plusDays(1);
      if (isWorkingDay(found)) {
        left--;
      }
    }
    return found.atTime(MORNING).atZone(zone).toInstant();
  }

  private static boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static Instant afterWeekend(Instant at, ZoneId zone) {
    ZonedDateTime there = at.atZone(zone);
    boolean isWeekend =
        !isWorkingDay(there.toLocalDate())
            || (there.getDayOfWeek() == DayOfWeek.FRIDAY && !there.toLocalTime().isBefore(WEEKEND));
    return isWeekend ? morning(there.toLocalDate(), 1, zone) : at;
  }
}
