package io.fairlead.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class PaceLineTest {
  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 16);
  private static final LocalDate TO = LocalDate.of(2026, 6, 30);

  @Autowired Pages pages;

  @Test
  void aDayIsAPixelInARow() {
    PaceDrawing row = line(Status.AT_RISK, -6).row(pages.words());
    assertThat(row.middle()).isEqualTo("28");
    assertThat(row.markY()).isEqualTo("34");
    assertThat(row.markX()).isEqualTo("65").isEqualTo(row.today());
    assertThat(row.drop()).isEqualTo("M65 28V34");
    assertThat(row.actual()).isEqualTo("2,28 65,34");
  }

  @Test
  void whatWouldLeaveTheRowIsHeldAtItsEdge() {
    assertThat(line(Status.OFF_TRACK, -40).row(pages.words()).markY()).isEqualTo("48");
    assertThat(line(Status.ON_TRACK, 40).dense(pages.words()).markY()).isEqualTo("6");
  }

  @Test
  void aDrawerShowsTheBandThatHoldsTheLine() {
    assertThat(line(Status.OFF_TRACK, -15).large(pages.words()).band()).isEqualTo(4);
    assertThat(line(Status.OFF_TRACK, -6).large(pages.words()).band()).isEqualTo(2);
  }

  @Test
  void aStaleLineStopsWhereItWasLastTouchedAndForecastsNothing() {
    PaceLine stale =
        new PaceLine(
            FROM,
            TO,
            TODAY,
            List.of(new PaceLine.Point(FROM, 0), new PaceLine.Point(FROM.plusDays(20), -2)),
            new PaceLine.Forecast(-3, 3),
            Status.STALE);
    PaceDrawing row = stale.row(pages.words());
    assertThat(row.markX()).isEqualTo("30").isNotEqualTo(row.today());
    assertThat(row.faded()).isTrue();
    assertThat(row.wedge()).isNull();
  }

  @Test
  void withoutDataOnlyTheExpectedLevelIsDrawn() {
    PaceDrawing row =
        new PaceLine(FROM, TO, TODAY, List.of(), null, Status.NO_DATA).row(pages.words());
    assertThat(row.actual()).isNull();
    assertThat(row.drop()).isNull();
    assertThat(row.markY()).isEqualTo(row.middle());
  }

  @Test
  void theWordsSayDays() {
    assertThat(PaceLine.words(pages.words(), -6.2)).isEqualTo("behind by 6 days");
    assertThat(PaceLine.words(pages.words(), 1)).isEqualTo("ahead by 1 day");
    assertThat(PaceLine.words(pages.words(), 0.4)).isEqualTo("on pace");
  }

  private static PaceLine line(Status status, double ahead) {
    return new PaceLine(
        FROM,
        TO,
        TODAY,
        List.of(new PaceLine.Point(FROM, 0), new PaceLine.Point(TODAY, ahead)),
        new PaceLine.Forecast(-3, 3),
        status);
  }
}
