package io.fairlead.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final UUID MARA = new UUID(1, 1);
  private static final UUID JONAS = new UUID(2, 2);
  private static final Clock NINE =
      Clock.fixed(Instant.parse("2026-05-13T09:00:00Z"), ZoneOffset.UTC);

  @Test
  void moreChangesThanTheLimitAreRefusedForThatPersonAlone() {
    Rates rates = new Rates(NINE, 2, 10);
    assertThat(rates.allows(MARA, false)).isTrue();
    assertThat(rates.allows(MARA, false)).isTrue();
    assertThat(rates.allows(MARA, false)).isFalse();
    assertThat(rates.allows(MARA, true)).as("reading goes on").isTrue();
    assertThat(rates.allows(JONAS, false)).isTrue();
  }

  @Test
  void theNextMinuteBeginsAnew() {
    var clock =
        new Object() {
          Instant now = NINE.instant();
        };
    Clock moving =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return clock.now;
          }
        };
    Rates rates = new Rates(moving, 0, 1);
    assertThat(rates.allows(MARA, true)).isTrue();
    assertThat(rates.allows(MARA, true)).isFalse();
    clock.now = clock.now.plus(Duration.ofMinutes(1));
    assertThat(rates.allows(MARA, true)).isTrue();
  }
}
