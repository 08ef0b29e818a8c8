package io.fairlead.app.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A band behind old values would say that they were unusual when they were not.
class SmallChartTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  private static SmallChart.Range range(@Nullable LocalDate from) {
    Standing standing =
        new Standing(
            new UUID(0, 1),
            Slice.WHOLE,
            null,
            "ok",
            3,
            FIRST,
            LAST,
            3.0,
            2.0,
            2.0,
            1.0,
            3.0,
            from,
            null,
            null,
            null,
            null,
            false,
            null,
            Zone.UNKNOWN,
            List.of(FIRST, FIRST.plusDays(182), LAST),
            List.of(1.0, 2.0, 3.0));
    return Objects.requireNonNull(
        Objects.requireNonNull(SmallChart.of(standing, Way.HIGHER)).range());
  }

  @Test
  void aRangeThatAlwaysHeldLiesBehindTheWholeLine() {
    assertThat(range(FIRST).left()).isEqualTo("0");
    assertThat(range(FIRST).width()).isEqualTo("240");
  }

  @Test
  void afterADeclaredChangeItBeginsThere() {
    assertThat(range(FIRST.plusDays(182)).left()).isEqualTo("120");
    assertThat(range(FIRST.plusDays(182)).width()).isEqualTo("120");
  }

  @Test
  void oneThatMovesLiesBehindTheEndAlone() {
    assertThat(range(LAST).left()).isEqualTo("216");
    assertThat(range(LAST).width()).isEqualTo("24");
    assertThat(range(null).left()).isEqualTo("216");
  }
}
