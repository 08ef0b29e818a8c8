package io.fairlead.app.messages;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// When mail may reach one person: their zone, and the hours of the day in which it may not, which
/// may span midnight. What counts is what the clock on their wall says: an hour that daylight
/// saving repeats is quiet twice, one that it skips is not missed.
///
/// @param quietFrom the first quiet minute; null together with `quietUntil`: no hour is quiet
/// @param quietUntil the first minute that is not
record PersonalClock(ZoneId zone, @Nullable LocalTime quietFrom, @Nullable LocalTime quietUntil) {
  static final LocalTime DIGESTS_AT = LocalTime.of(8, 0);
  static final DayOfWeek WEEKLY_ON = DayOfWeek.MONDAY;

  boolean isQuiet(Instant at) {
    LocalTime from = quietFrom;
    LocalTime until = quietUntil;
    if (from == null || until == null) {
      return false;
    }
    LocalTime time = at.atZone(zone).toLocalTime();
    boolean after = !time.isBefore(from);
    boolean before = time.isBefore(until);
    return from.isBefore(until) ? after && before : after || before;
  }

  /// The moment itself, or when the quiet hours it lies in are over.
  Instant open(Instant at) {
    LocalTime until = quietUntil;
    if (until == null || !isQuiet(at)) {
      return at;
    }
    ZonedDateTime there = at.atZone(zone);
    ZonedDateTime end = there.toLocalDate().atTime(until).atZone(zone).withLaterOffsetAtOverlap();
    return end.toInstant().isAfter(at)
        ? end.toInstant()
        : there
            .toLocalDate()
            .plusDays(1)
            .atTime(until)
            .atZone(zone)
            .withLaterOffsetAtOverlap()
            .toInstant();
  }

  /// When what was told at the moment is to be mailed.
  Instant due(Rhythm rhythm, Instant told) {
    return switch (rhythm) {
      case AT_ONCE -> open(told);
      case DAILY -> open(digest(told, false));
      case WEEKLY -> open(digest(told, true));
    };
  }

  private Instant digest(Instant told, boolean weekly) {
    ZonedDateTime there = told.atZone(zone);
    ZonedDateTime day = weekly ? there.with(TemporalAdjusters.nextOrSame(WEEKLY_ON)) : there;
    Instant first = day.toLocalDate().atTime(DIGESTS_AT).atZone(zone).toInstant();
    return first.isAfter(told)
        ? first
        : day.toLocalDate().plusDays(weekly ? 7 : 1).atTime(DIGESTS_AT).atZone(zone).toInstant();
  }
}
