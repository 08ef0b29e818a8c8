package io.fairlead.methods.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private static Optional<Trend> weekly(int size, IntToDoubleFunction value) {
    List<LocalDate> days = Stream.iterate(FIRST, day -> day.plusWeeks(1)).limit(size).toList();
    return Trend.of(days, IntStream.range(0, size).mapToDouble(value).toArray());
  }

  private static Trend trend(int size, IntToDoubleFunction value) {
    return weekly(size, value).orElseThrow();
  }

  @Test
  void aLineIsFoundExactlyWithNothingLeftOver() {
    Trend trend = trend(30, i -> 100 + 7.0 * i);
    assertThat(trend.perDay()).isCloseTo(1, within(1e-9));
    assertThat(trend.lower()).isCloseTo(1, within(1e-9));
    assertThat(trend.upper()).isCloseTo(1, within(1e-9));
    assertThat(trend.isThere()).isTrue();
    assertThat(trend.at(FIRST.plusDays(1000))).isCloseTo(1100, within(1e-6));
  }

  @Test
  void oneStrangeValueMovesNothing() {
    Trend trend = trend(30, i -> i == 20 ? 1e6 : 100 + 7.0 * i);
    assertThat(trend.perDay()).isCloseTo(1, within(0.05));
  }

  @Test
  void whatStandsStillHasNone() {
    assertThat(trend(30, i -> 5).isThere()).isFalse();
    assertThat(trend(30, i -> i % 2).isThere()).isFalse();
  }

  @Test
  void ofTooFewValuesNothingIsSaid() {
    assertThat(weekly(Trend.FEWEST - 1, i -> i)).isEmpty();
    assertThat(weekly(Trend.FEWEST, i -> i)).isPresent();
  }

  @Test
  void theMedianIsThatOfAllPairs() {
    List<LocalDate> days =
        IntStream.of(1, 2, 3, 4, 10, 12, 18, 19, 20, 21).mapToObj(FIRST::plusDays).toList();
    double[] values = {9, 15, 19, 20, 45, 55, 78, 82, 86, 90};
    double[] slopes =
        IntStream.range(0, 10)
            .boxed()
            .flatMapToDouble(i ->
                IntStream.range(i + 1, 10)
                    .mapToDouble(j ->
                        (values[j] - values[i])
                            / (days.get(j).toEpochDay() - days.get(i).toEpochDay())))
            .sorted()
            .toArray();
    assertThat(Trend.of(days, values).orElseThrow().perDay()).isCloseTo(slopes[22], within(1e-12));
  }

  /// Of series that go nowhere, about one in twenty is said to go somewhere; also when neighbours
  /// resemble each other.
  @Test
  void aTrendIsRarelySeenWhereThereIsNone() {
    assertThat(seen(0, 0)).isBetween(0.01, 0.09);
    assertThat(seen(0.6, 0)).isLessThan(0.14);
  }

  @Test
  void aTrendIsSeenWhereThereIsOne() {
    assertThat(seen(0, 0.1)).isGreaterThan(0.95);
  }

  /// In how many of 600 series of 60 values a trend is found.
  private static double seen(double echo, double slope) {
    var random = new SplittableRandom(11);
    int found = 0;
    for (int series = 0; series < 600; series++) {
      double[] noise = new double[60];
      for (int i = 0; i < noise.length; i++) {
        double shock =
            Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                * Math.cos(2 * Math.PI * random.nextDouble());
        noise[i] = (i == 0 ? 0 : echo * noise[i - 1]) + shock;
      }
      found += trend(60, i -> slope * i + noise[i]).isThere() ? 1 : 0;
    }
    return found / 600.0;
  }

  @Test
  void fiveYearsOfDaysAreReadThroughMediansOfNeighbours() {
    List<LocalDate> days = Stream.iterate(FIRST, day -> day.plusDays(1)).limit(1826).toList();
    double[] values =
        IntStream.range(0, 1826).mapToDouble(i -> 40 + 0.5 * i + 30 * Math.sin(i)).toArray();
    Trend trend = Trend.of(days, values).orElseThrow();
    assertThat(trend.perDay()).isCloseTo(0.5, within(0.02));
    assertThat(trend.to()).isEqualTo(days.getLast());
  }

  @Test
  void anAnalysisTakesTheSeasonOutFirstAndReadsTheNewestStretchAlone() {
    List<LocalDate> days = Stream.iterate(FIRST, day -> day.plusMonths(1)).limit(60).toList();
    IntToDoubleFunction swings = i -> 100 * Math.sin(Math.PI * i / 6) + (i * 7 % 5) / 5.0;
    History rising =
        History.of(
            days,
            IntStream.range(0, 60).mapToDouble(i -> 2.0 * i + swings.applyAsDouble(i)).toArray());
    assertThat(Analysis.of(rising).trend().orElseThrow().perDay() * 365.25 / 12)
        .isCloseTo(2, within(0.1));
    History thenFlat =
        History.of(
            days, IntStream.range(0, 60).mapToDouble(i -> i < 30 ? 9 * i : 270 + i % 3).toArray());
    Analysis changed =
        Analysis.of(
            thenFlat,
            List.of(
                new Baseline(days.getFirst(), days.get(19)),
                new Baseline(days.get(30), days.get(49))));
    assertThat(changed.trend().orElseThrow().isThere()).isFalse();
    assertThat(changed.trend().orElseThrow().from()).isEqualTo(days.get(30));
  }
}
