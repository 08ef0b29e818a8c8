package io.fairlead.app.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The suite's clock: stands still until a test moves it. A company as new begins on Wednesday, 13
/// May 2026, 09:00 UTC.
public final class TestClock extends Clock {
  /// The day on which a company as new begins.
  public static final LocalDate TODAY = LocalDate.of(2026, 5, 13);

  private final Instant start;
  private volatile Instant now;

  TestClock(Instant start) {
    this.start = start;
    this.now = start;
  }

  public void reset() {
    now = start;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }

  public void set(Instant instant) {
    now = instant;
  }

  public void set(LocalDate date) {
    now = date.atTime(9, 0).toInstant(ZoneOffset.UTC);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
