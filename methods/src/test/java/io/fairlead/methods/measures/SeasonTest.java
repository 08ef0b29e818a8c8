package io.fairlead.methods.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.measures.Season.Kind;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonTest {
  private static final double[] PLACES = {3, -1, 2, -4, 1, -1, 0};

  /// A straight line with a season on it.
  private static double[] series(int period, int length) {
    double mean = IntStream.range(0, period).mapToDouble(i -> PLACES[i]).average().orElseThrow();
    return IntStream.range(0, length)
        .mapToDouble(i -> 5 + 0.5 * i + PLACES[i % period] - mean)
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7})
  void aSeasonOnALineIsFoundAndTakenOut(int period) {
    double[] values = series(period, 4 * period + 1);
    Season season = Season.of(values, period, Kind.ADDITIVE).orElseThrow();
    double mean = IntStream.range(0, period).mapToDouble(i -> PLACES[i]).average().orElseThrow();
    for (int place = 0; place < period; place++) {
      assertThat(season.figures().get(place)).isCloseTo(PLACES[place] - mean, within(1e-9));
    }
    double[] left = season.without(values);
    for (int i = 0; i < left.length; i++) {
      assertThat(left[i]).isCloseTo(5 + 0.5 * i, within(1e-9));
    }
  }

  @Test
  void aMultiplicativeSeasonLeavesAWholePeriodAsItIs() {
    double[] factors = {0.5, 1.5, 1.2, 0.8};
    double[] values = IntStream.range(0, 24).mapToDouble(i -> 100 * factors[i % 4]).toArray();
    Season season = Season.of(values, 4, Kind.MULTIPLICATIVE).orElseThrow();
    assertThat(season.figures().stream().mapToDouble(each -> each).average().orElseThrow())
        .isCloseTo(1, within(1e-12));
    for (double left : season.without(values)) {
      assertThat(left).isCloseTo(100, within(1e-9));
    }
  }

  @Test
  void withLessThanTwoPeriodsOrNothingToMultiplyThereIsNone() {
    assertThat(Season.of(series(4, 7), 4, Kind.ADDITIVE)).isEmpty();
    assertThat(Season.of(series(4, 8), 4, Kind.ADDITIVE)).isPresent();
    assertThat(Season.of(new double[] {1, 2, 0, 4}, 2, Kind.MULTIPLICATIVE)).isEmpty();
    assertThat(Season.of(new double[] {1, 2, -3, 4}, 2, Kind.MULTIPLICATIVE)).isEmpty();
    assertThatThrownBy(() -> Season.of(new double[4], 1, Kind.ADDITIVE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
