package io.fairlead.app.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which days a period means, and which periods stand beside it.
class CardPeriodTest {
  private static CardPeriod period(String code) {
    return CardPeriod.read(code).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "2026, 2026-01-01, 2026-12-31, 2025, 2027",
    "2026-Q1, 2026-01-01, 2026-03-31, 2025-Q4, 2026-Q2",
    "2026-Q4, 2026-10-01, 2026-12-31, 2026-Q3, 2027-Q1",
    "2024-02, 2024-02-01, 2024-02-29, 2024-01, 2024-03",
    "2026-02-01/2026-04-30, 2026-02-01, 2026-04-30, 2025-11-01/2026-01-31, 2026-05-01/2026-07-31",
    "2025-07-01/2026-06-30, 2025-07-01, 2026-06-30, 2024-07-01/2025-06-30, 2026-07-01/2027-06-30",
    "2026-03-02/2026-03-15, 2026-03-02, 2026-03-15, 2026-02-16/2026-03-01, 2026-03-16/2026-03-29",
    "2026-03-31/2026-03-31, 2026-03-31, 2026-03-31, 2026-03-30/2026-03-30, 2026-04-01/2026-04-01"
  })
  void aPeriodHasItsDaysAndItsNeighboursAreAsLong(
      String code, LocalDate first, LocalDate last, String before, String after) {
    CardPeriod period = period(code);
    assertThat(period).isEqualTo(new CardPeriod(first, last));
    assertThat(period.code()).isEqualTo(code);
    assertThat(period.before().code()).isEqualTo(before);
    assertThat(period.after().code()).isEqualTo(after);
    assertThat(period.dayBefore()).isEqualTo(period.before().last());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-01/2026-06-30, 2026-Q2",
    "2026-01-01/2026-12-31, 2026",
    "2026-05-01/2026-05-31, 2026-05"
  })
  void whatIsAMonthAQuarterOrAYearIsCalledSo(String days, String code) {
    assertThat(period(days).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soon",
        "2026-Q5",
        "2026-Q0",
        "2026-13",
        "2026-00",
        "26",
        "0000",
        "1899-Q4",
        "12026",
        "2026-04-31/2026-06-30",
        "2026-06-30/2026-04-01",
        "2026-04-01/",
        "/",
        "2026-04-01/2026-06-30/",
        "1899-12-31/2026-01-01",
        "2026-01-01/+999999999-12-31",
        "-2026",
        "2026-q1"
      })
  void anythingElseIsNone(String code) {
    assertThat(CardPeriod.read(code)).isEmpty();
  }

  @Test
  void itIsScoredOnItsLastDayOrTodayWhileItRuns() {
    CardPeriod quarter = period("2026-Q2");
    LocalDate may = LocalDate.of(2026, 5, 13);
    assertThat(quarter.scoredOn(may)).isEqualTo(may);
    assertThat(quarter.runsOn(may)).isTrue();
    assertThat(quarter.scoredOn(LocalDate.of(2026, 9, 1))).isEqualTo(quarter.last());
    assertThat(quarter.runsOn(quarter.first())).isTrue();
    assertThat(quarter.runsOn(quarter.last())).as("its end is there").isFalse();
  }
}
