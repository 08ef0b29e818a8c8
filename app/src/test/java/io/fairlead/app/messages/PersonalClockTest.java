package io.fairlead.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the clock on each person's wall says decides when mail may come, also in the nights in
/// which it is changed.
class PersonalClockTest {
  @ParameterizedTest(name = "{0} {1}–{2}: {3} → {4}")
  @CsvSource(
      textBlock =
          """
          # an ordinary night, spanning midnight
          Europe/Lisbon,    22:00, 07:00, 2026-05-13T22:30:00Z, 2026-05-14T06:00:00Z
          Europe/Lisbon,    22:00, 07:00, 2026-05-13T12:00:00Z, 2026-05-13T12:00:00Z
          # the last quiet minute is quiet, the end is not
          Europe/Lisbon,    22:00, 07:00, 2026-05-14T05:59:59Z, 2026-05-14T06:00:00Z
          Europe/Lisbon,    22:00, 07:00, 2026-05-14T06:00:00Z, 2026-05-14T06:00:00Z
          # clocks go forward that night: Berlin 02:00 is 03:00 on 29 March 2026, so the night is an hour shorter
          Europe/Berlin,    22:00, 07:00, 2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z
          # the end lies in the hour that is skipped: 02:30 is never on the clock, 03:30 is
          Europe/Berlin,    22:00, 02:30, 2026-03-28T23:00:00Z, 2026-03-29T01:30:00Z
          # clocks go back: Berlin 03:00 is 02:00 again on 25 October 2026, so the night is an hour longer
          Europe/Berlin,    22:00, 07:00, 2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z
          # the end lies in the hour that comes twice: the second time
          Europe/Berlin,    22:00, 02:30, 2026-10-24T22:00:00Z, 2026-10-25T01:30:00Z
          # a zone that is half an hour off, and one whose summer time is half an hour
          Asia/Kolkata,     12:00, 13:00, 2026-05-13T07:00:00Z, 2026-05-13T07:30:00Z
          Australia/Lord_Howe, 22:00, 07:00, 2026-10-03T13:00:00Z, 2026-10-03T20:00:00Z
          """)
  void quietHoursEndWhenTheOwnClockSaysSo(
      String zone, String from, String until, Instant told, Instant sent) {
    assertThat(clock(zone, from, until).open(told)).isEqualTo(sent);
  }

  @ParameterizedTest(name = "{0} {1} told {3} → {4}")
  @CsvSource(
      textBlock =
          """
          Europe/Lisbon,    daily,   , 2026-05-13T06:59:00Z, 2026-05-13T07:00:00Z
          Europe/Lisbon,    daily,   , 2026-05-13T07:00:00Z, 2026-05-14T07:00:00Z
          America/New_York, daily,   , 2026-05-13T07:00:00Z, 2026-05-13T12:00:00Z
          # eight o'clock stays eight o'clock when the clocks go back
          America/New_York, daily,   , 2026-10-31T13:00:00Z, 2026-11-01T13:00:00Z
          Europe/Berlin,    weekly,  , 2026-05-13T09:00:00Z, 2026-05-18T06:00:00Z
          Europe/Berlin,    weekly,  , 2026-05-18T05:59:00Z, 2026-05-18T06:00:00Z
          Europe/Berlin,    weekly,  , 2026-05-18T06:00:00Z, 2026-05-25T06:00:00Z
          # gathered mail waits for the end of quiet hours too
          Europe/Berlin,    daily, 22:00-09:30, 2026-05-13T05:00:00Z, 2026-05-13T07:30:00Z
          Europe/Berlin,    at-once, 22:00-09:30, 2026-05-13T05:00:00Z, 2026-05-13T07:30:00Z
          """)
  void whatIsGatheredComesAtEightOfTheOwnMorning(
      String zone, String rhythm, @Nullable String quiet, Instant told, Instant sent) {
    PersonalClock clock =
        quiet == null
            ? clock(zone, null, null)
            : clock(zone, quiet.substring(0, 5), quiet.substring(6));
    assertThat(clock.due(Rhythm.of(rhythm), told)).isEqualTo(sent);
  }

  /// Whatever the zone, the hours and the moment: never before it was told, never in a quiet hour,
  /// and no more than a day and an hour later.
  @Property(tries = 5_000)
  void nothingComesInAQuietHourAndNothingIsForgotten(
      @ForAll @IntRange(min = 0, max = 6) int zone,
      @ForAll @IntRange(min = 0, max = 1439) int from,
      @ForAll @IntRange(min = 0, max = 1439) int until,
      @ForAll @LongRange(min = 1_767_225_600, max = 1_830_297_600) long told) {
    if (from == until) {
      return;
    }
    String[] zones = {
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "America/St_Johns",
      "Pacific/Apia",
      "UTC"
    };
    PersonalClock clock =
        new PersonalClock(
            ZoneId.of(zones[zone]),
            LocalTime.ofSecondOfDay(from * 60L),
            LocalTime.ofSecondOfDay(until * 60L));
    Instant at = Instant.ofEpochSecond(told);
    Instant sent = clock.open(at);
    assertThat(sent).isAfterOrEqualTo(at);
    assertThat(sent).isBeforeOrEqualTo(at.plus(Duration.ofHours(25)));
    assertThat(clock.isQuiet(sent)).isFalse();
    if (!clock.isQuiet(at)) {
      assertThat(sent).isEqualTo(at);
    }
  }

  private static PersonalClock clock(String zone, @Nullable String from, @Nullable String until) {
    return new PersonalClock(
        ZoneId.of(zone),
        from == null ? null : LocalTime.parse(from),
        until == null ? null : LocalTime.parse(until));
  }
}
