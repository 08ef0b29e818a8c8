package io.fairlead.methods.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.scorecard.Yardstick.Band;
import io.fairlead.methods.scorecard.Yardstick.Flaw;
import io.fairlead.methods.scorecard.Yardstick.Way;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YardstickTest {

  @ParameterizedTest
  @CsvSource({
    "20, 50, 70, 10, 0",
    "20, 50, 70, 20, 0",
    "20, 50, 70, 41, 0.7",
    "20, 50, 70, 50, 1",
    "20, 50, 70, 60, 1.1",
    "20, 50, 70, 70, 1.2",
    "20, 50, 70, 900, 1.2",
    "20, 50, , 60, 1",
    "8, 3, 1, 9, 0",
    "8, 3, 1, 4.5, 0.7",
    "8, 3, 1, 2, 1.1",
    "8, 3, 1, -5, 1.2",
    "8, 3, , 1, 1",
    "-1e308, 1e308, , 0, 0.5"
  })
  void aWayIsScoredByHowMuchOfItIsGone(
      double floor, double target, Double stretch, double value, double score) {
    assertThat(new Way(floor, target, stretch).score(value)).isCloseTo(score, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "95, 99, 5, 97, 1", "95, 99, 5, 95, 1", "95, 99, 5, 93, 0.6", "95, 99, 5, 101, 0.6",
    "95, 99, 5, 80, 0", "50, 50, 10, 50, 1", "50, 50, 10, 45, 0.5", "50, 50, 10, 55, 0.5"
  })
  void aBandIsScoredByHowFarBesideItOneIs(
      double low, double high, double tolerance, double value, double score) {
    assertThat(new Band(low, high, tolerance).score(value)).isCloseTo(score, within(1e-12));
    if (low == high) {
      assertThat(Yardstick.around(low, tolerance).score(value)).isCloseTo(score, within(1e-12));
    }
  }

  @Test
  void whatCannotBeMeantIsNamed() {
    assertThat(new Way(5, 5, null).flaws()).containsExactly(Flaw.FLOOR_IS_TARGET);
    assertThat(new Way(1, 5, 4.0).flaws()).containsExactly(Flaw.STRETCH_SHORT_OF_TARGET);
    assertThat(new Way(5, 1, 4.0).flaws()).containsExactly(Flaw.STRETCH_SHORT_OF_TARGET);
    assertThat(new Way(1, Double.NaN, null).flaws()).containsExactly(Flaw.NOT_FINITE);
    assertThat(new Way(-1e308, 1e308, null).flaws()).containsExactly(Flaw.NOT_FINITE);
    assertThat(new Band(2, 1, 0).flaws())
        .isEqualTo(List.of(Flaw.BAND_UPSIDE_DOWN, Flaw.TOLERANCE_NOT_ABOVE_ZERO));
    assertThat(new Way(8, 3, 1.0).flaws()).isEmpty();
    assertThat(Yardstick.around(5, 1).flaws()).isEmpty();
  }

  @Property
  void betterValuesNeverScoreLess(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double one,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double other,
      @ForAll @DoubleRange(min = -100, max = 100) double floor,
      @ForAll @DoubleRange(min = 0.1, max = 100) double length,
      @ForAll boolean up) {
    double sign = up ? 1 : -1;
    for (Yardstick yardstick :
        List.of(
            new Way(floor, floor + sign * length, floor + 2 * sign * length),
            new Band(floor, floor + length, length))) {
      assertThat(yardstick.flaws()).isEmpty();
      assertThat(yardstick.score(one)).isBetween(0.0, Yardstick.MOST);
      if (yardstick.better(one) >= yardstick.better(other)) {
        assertThat(yardstick.score(one)).isGreaterThanOrEqualTo(yardstick.score(other));
      }
    }
  }
}
