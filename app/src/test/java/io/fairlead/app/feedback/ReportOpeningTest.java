package io.fairlead.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.framework.FeedbackDefaults.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportOpeningTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  @Test
  void aReportOpensOnTheFifthWorkingDayInTheMorning() {
    // Published on a Monday, a Wednesday, a Friday and a Sunday of May 2026.
    opens("2026-05-11", null, "2026-05-18T08:00");
    opens("2026-05-13", null, "2026-05-20T08:00");
    opens("2026-05-15", null, "2026-05-22T08:00");
    opens("2026-05-17", null, "2026-05-22T08:00");
  }

  @Test
  void itOpensAsSoonAsItsDebriefIsBookedButNotOnAWeekend() {
    opens("2026-05-11", "2026-05-12T10:15", "2026-05-12T10:15");
    opens("2026-05-13", "2026-05-15T15:59", "2026-05-15T15:59");
    opens("2026-05-13", "2026-05-15T16:00", "2026-05-18T08:00");
    opens("2026-05-13", "2026-05-15T23:30", "2026-05-18T08:00");
    opens("2026-05-13", "2026-05-16T11:00", "2026-05-18T08:00");
    opens("2026-05-13", "2026-05-17T23:59", "2026-05-18T08:00");
    opens("2026-05-13", "2026-05-18T00:30", "2026-05-18T00:30");
  }

  @Test
  void aBookingAfterwardsChangesNothing() {
    opens("2026-05-11", "2026-06-01T09:00", "2026-05-18T08:00");
    opens("2026-05-15", "2026-05-23T09:00", "2026-05-22T08:00");
  }

  @Test
  void aStewardHasTwoWorkingDays() {
    withSteward("2026-05-11", "2026-05-11T10:00", "2026-05-13T08:00");
    withSteward("2026-05-14", "2026-05-14T10:00", "2026-05-18T08:00");
    withSteward("2026-05-11", "2026-05-14T10:00", "2026-05-14T10:00");
    withSteward("2026-05-11", null, "2026-05-18T08:00");
  }

  @Test
  void aRoundMaySayHowLongItTakesAndThatABookingChangesNothing() {
    check("2026-05-11", null, false, new Opening(true, 2), "2026-05-13T08:00");
    check("2026-05-11", "2026-05-11T17:00", false, new Opening(false, 2), "2026-05-13T08:00");
    check("2026-05-11", "2026-05-12T09:00", false, new Opening(true, 10), "2026-05-12T09:00");
    // On the day of its publication; what is published on a Saturday waits for Monday.
    check("2026-05-12", null, false, new Opening(true, 0), "2026-05-12T08:00");
    check("2026-05-16", null, false, new Opening(false, 0), "2026-05-18T08:00");
    // The steward has their two days all the same.
    check("2026-05-11", null, true, new Opening(true, 0), "2026-05-13T08:00");
  }

  private static void opens(String publishedOn, @Nullable String booked, String expected) {
    check(publishedOn, booked, false, Opening.USUAL, expected);
  }

  private static void withSteward(String publishedOn, @Nullable String booked, String expected) {
    check(publishedOn, booked, true, Opening.USUAL, expected);
  }

  private static void check(
      String publishedOn,
      @Nullable String booked,
      boolean steward,
      Opening opening,
      String expected) {
    assertThat(
            ReportOpening.of(
                LocalDate.parse(publishedOn),
                booked == null ? null : at(booked),
                steward,
                opening,
                ZONE))
        .isEqualTo(at(expected));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
