package io.fairlead.app.goals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.goals.GoalTimeline.Days;
import io.fairlead.app.goals.GoalTimeline.Month;
import io.fairlead.app.goals.GoalTimeline.Stretch;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GoalTimelineTest {
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate JUNE_30 = LocalDate.of(2026, 6, 30);

  @Test
  void daysAreSharesOfTheWholeStretchBothEndsIncluded() {
    Days days = new Days(APRIL, JUNE_30);
    assertThat(days.x(APRIL)).isZero();
    assertThat(days.x(LocalDate.of(2026, 5, 16))).isEqualTo(49.5);
    assertThat(days.stretch(APRIL, JUNE_30)).isEqualTo(new Stretch(0, 100));
    assertThat(days.stretch(JUNE_30, JUNE_30)).isEqualTo(new Stretch(98.9, 1.1));
    assertThat(days.stretch(APRIL, APRIL.minusDays(1))).isEqualTo(new Stretch(0, 0));
  }

  @Test
  void monthsAreThinnedBeforeTheyCrowd() {
    assertThat(new Days(APRIL, JUNE_30).months())
        .extracting(Month::day)
        .containsExactly(APRIL, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1));
    assertThat(new Days(APRIL, LocalDate.of(2027, 6, 30)).months()).hasSize(5);
    assertThat(new Days(APRIL, LocalDate.of(2029, 6, 30)).months()).hasSize(4);
  }
}
