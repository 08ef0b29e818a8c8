package io.fairlead.methods.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.measures.Analysis.Status;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisTest {
  private static double[] noise(long seed, int count) {
    return new Random(seed).doubles(count).map(each -> 4 * each).toArray();
  }

  private static History seasonal(int months, double height) {
    double[] noise = new Random(5).doubles(months).map(each -> 2 * each - 1).toArray();
    return Made.monthly(months, i -> 50 + 0.1 * i + height * Made.wave(i, 12) + noise[i]);
  }

  @Test
  void elevenValuesAreTooFew() {
    Analysis eleven = Analysis.of(Made.monthly(noise(1, 11)));
    assertThat(eleven.status()).isEqualTo(Status.TOO_FEW);
    assertThat(eleven.limits()).isEmpty();
    assertThat(eleven.centre()).isEmpty();
    assertThat(eleven.autocorrelation()).isEmpty();
    assertThat(eleven.signals()).isEmpty();
    assertThat(Analysis.of(Made.monthly(noise(1, 12))).status()).isEqualTo(Status.OK);
    assertThat(Analysis.of(Made.monthly()).status()).isEqualTo(Status.TOO_FEW);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 7, 0.1, -3.3, 1e15})
  void whatNeverMovesHasACentreAndNothingElse(double value) {
    Analysis constant = Analysis.of(Made.monthly(40, _ -> value));
    assertThat(constant.status()).isEqualTo(Status.ZERO_VARIANCE);
    assertThat(constant.centre().orElseThrow()).isCloseTo(value, within(Math.abs(value) * 1e-15));
    assertThat(constant.limits()).isEmpty();
    assertThat(constant.signals()).isEmpty();
    assertThat(constant.season()).isEmpty();
    assertThat(constant.autocorrelation()).isEmpty();
  }

  @Test
  void noiseIsChartedAsItIs() {
    double[] values = noise(2, 60);
    Analysis analysis = Analysis.of(Made.monthly(values));
    assertThat(analysis.charted()).containsExactly(values);
    assertThat(analysis.limits()).contains(Limits.of(values));
    assertThat(analysis.signals()).isEqualTo(ProcessBehaviour.signals(values, Limits.of(values)));
  }

  @Test
  void noiseHardlyEverPassesForASeason() {
    int found = 0;
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      double[] walk = new double[60];
      for (int i = 1; i < walk.length; i++) {
        walk[i] = (seed % 2 == 0 ? 0 : walk[i - 1]) + random.nextGaussian();
      }
      found += Analysis.of(Made.monthly(walk)).season().isPresent() ? 1 : 0;
    }
    assertThat(found).isLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 30, 36, 47, 48, 60, 120})
  void aSeasonIsFoundAndNoSignalAnyMore(int months) {
    History history = seasonal(months, 8);
    Analysis analysis = Analysis.of(history);
    Season season = analysis.season().orElseThrow();
    assertThat(season.figures()).hasSize(12);
    assertThat(season.figures().get(3)).isBetween(6.5, 9.5);
    assertThat(analysis.signals()).filteredOn(it -> it.rule() == SignalRule.BEYOND_LIMIT).isEmpty();
    assertThat(ProcessBehaviour.signals(history.values(), Limits.of(history.values())))
        .hasSizeGreaterThan(10);
  }

  @Test
  void aSeasonThatGrowsWithTheTrendMultiplies() {
    double[] noise = new Random(8).doubles(72).map(each -> 0.97 + 0.06 * each).toArray();
    Analysis analysis =
        Analysis.of(Made.monthly(72, i -> (100 + 5 * i) * (1 + 0.3 * Made.wave(i, 12)) * noise[i]));
    assertThat(analysis.season().orElseThrow().kind()).isEqualTo(Season.Kind.MULTIPLICATIVE);
    Analysis same = Analysis.of(seasonal(72, 8));
    assertThat(same.season().orElseThrow().kind()).isEqualTo(Season.Kind.ADDITIVE);
  }

  @Test
  void aSeasonWithNothingElseLeavesNoVariance() {
    Analysis analysis = Analysis.of(Made.monthly(60, i -> 7.1 + 3 * Made.wave(i, 12)));
    assertThat(analysis.season()).isPresent();
    assertThat(analysis.status()).isEqualTo(Status.ZERO_VARIANCE);
    assertThat(analysis.signals()).isEmpty();
  }

  /// A strange month is a signal, and leaves the same month of other years alone.
  @ParameterizedTest
  @ValueSource(ints = {36, 60})
  void oneStrangeMonthIsNoPartOfTheSeason(int months) {
    History history = seasonal(months, 8);
    Analysis analysis =
        Analysis.of(Made.monthly(months, i -> history.value(i) + (i == 15 ? 25 : 0)));
    assertThat(analysis.season()).isPresent();
    assertThat(analysis.signals())
        .filteredOn(signal -> signal.rule() == SignalRule.BEYOND_LIMIT)
        .containsExactly(new Signal(15, SignalRule.BEYOND_LIMIT));
  }

  @Test
  void gapsShiftNoSeason() {
    History whole = seasonal(72, 8);
    History gappy = Made.without(whole, List.of(5, 17, 18, 40, 41, 42, 66));
    List<Double> figures = Analysis.of(whole).season().orElseThrow().figures();
    List<Double> other = Analysis.of(gappy).season().orElseThrow().figures();
    for (int place = 0; place < 12; place++) {
      assertThat(other.get(place)).isCloseTo(figures.get(place), within(1.5));
    }
  }

  @Test
  void aWeekOfWorkingDaysIsASeason() {
    double[] ofDay = {9, 4, 4, 5, 1};
    List<LocalDate> days =
        Stream.iterate(LocalDate.of(2024, 1, 1), day -> day.plusDays(1))
            .filter(day -> day.getDayOfWeek().getValue() < 6)
            .limit(60)
            .toList();
    double[] noise = noise(4, 60);
    double[] values =
        IntStream.range(0, 60).mapToDouble(i -> 10 + ofDay[i % 5] + 0.3 * noise[i]).toArray();
    Analysis analysis = Analysis.of(History.of(days, values));
    assertThat(analysis.season().orElseThrow().figures()).hasSize(5);
    assertThat(analysis.signals()).filteredOn(it -> it.rule() == SignalRule.BEYOND_LIMIT).isEmpty();
  }

  @Test
  void aYearOfWeeksTakesTwo() {
    double[] noise = noise(6, 156);
    double[] values =
        IntStream.range(0, 156).mapToDouble(i -> 20 * Made.wave(i, 52) + noise[i]).toArray();
    List<LocalDate> weeks = IntStream.range(0, 156).mapToObj(Made.FIRST::plusWeeks).toList();
    assertThat(Analysis.of(History.of(weeks, values)).season()).isPresent();
    assertThat(Analysis.of(History.of(weeks.subList(0, 103), Arrays.copyOf(values, 103))).season())
        .isEmpty();
  }

  @Test
  void whatRemembersIsJudgedByItsSurprises() {
    double[] values = Made.remembering(new Random(12), 200, 0.85);
    Analysis analysis = Analysis.of(History.inOrder(Made.months(200), values));
    assertThat(analysis.isWithoutPast()).isTrue();
    assertThat(analysis.autocorrelation().orElseThrow()).isBetween(0.7, 0.95);
    int raw = ProcessBehaviour.signals(values, Limits.of(values)).size();
    assertThat(raw).isGreaterThan(60);
    assertThat(analysis.signals()).hasSizeLessThan(raw / 4);
    assertThat(Series.autocorrelation(analysis.charted())).isBetween(-0.2, 0.2);
    assertThat(Analysis.of(Made.monthly(noise(3, 60))).isWithoutPast()).isFalse();
  }

  @Test
  void aMoveAfterTheBaselineIsASignalUntilItIsDeclared() {
    double[] noise = noise(9, 48);
    History history = Made.monthly(48, i -> noise[i] + (i < 24 ? 0 : 6));
    Baseline first = new Baseline(Made.FIRST, Made.FIRST.plusMonths(19));
    Analysis before = Analysis.of(history, List.of(first));
    assertThat(before.signals())
        .contains(
            new Signal(31, SignalRule.EIGHT_ON_ONE_SIDE), new Signal(47, SignalRule.BEYOND_LIMIT))
        .filteredOn(signal -> signal.index() < 24)
        .hasSizeLessThan(4);
    assertThat(before.isUpward(new Signal(31, SignalRule.EIGHT_ON_ONE_SIDE))).isTrue();

    Baseline second = new Baseline(Made.FIRST.plusMonths(24), Made.FIRST.plusMonths(43));
    Analysis declared = Analysis.of(history, List.of(first, second));
    assertThat(declared.stretches()).hasSize(2);
    assertThat(declared.stretches().getLast().from()).isEqualTo(24);
    assertThat(declared.stretches().getLast().baseline()).isEqualTo(20);
    assertThat(declared.centre().orElseThrow())
        .isGreaterThan(declared.stretches().getFirst().limits().orElseThrow().centre() + 2);
    assertThat(declared.signals()).hasSizeLessThan(before.signals().size() / 4);
  }

  @Test
  void aShortBaselineGivesNoLimitsYet() {
    History history = Made.monthly(noise(9, 30));
    Baseline first = new Baseline(Made.FIRST, Made.FIRST.plusMonths(14));
    Baseline second = new Baseline(Made.FIRST.plusMonths(20), Made.FIRST.plusMonths(43));
    Analysis analysis = Analysis.of(history, List.of(first, second));
    assertThat(analysis.status()).isEqualTo(Status.TOO_FEW);
    assertThat(analysis.stretches().getFirst().status()).isEqualTo(Status.OK);
    assertThat(analysis.range(3)).isPresent();
    assertThat(analysis.range(25)).isEmpty();
    assertThatThrownBy(() -> Analysis.of(history, List.of(second, first)))
        .hasMessageContaining("one after the other");
  }

  @Test
  void signalsPointSomewhere() {
    double[] noise = noise(13, 40);
    Analysis analysis =
        Analysis.of(
            Made.monthly(40, i -> noise[i] + (i == 30 ? 20 : 0)),
            List.of(new Baseline(Made.FIRST, Made.FIRST.plusMonths(23))));
    assertThat(analysis.isUpward(new Signal(30, SignalRule.BEYOND_LIMIT))).isTrue();
    assertThat(analysis.signals())
        .contains(new Signal(30, SignalRule.LEAP), new Signal(31, SignalRule.LEAP));
    assertThat(analysis.isUpward(new Signal(30, SignalRule.LEAP))).isTrue();
    assertThat(analysis.isUpward(new Signal(31, SignalRule.LEAP))).isFalse();
  }

  /// What is drawn around the values themselves and what the rules look at say the same.
  @Property(tries = 200)
  void aValueLeavesItsRangeWhereItsChartLeavesTheLimits(
      @ForAll @Size(min = 12, max = 80) List<@DoubleRange(min = -100, max = 100) Double> series,
      @ForAll @IntRange(min = 0, max = 3) int kind) {
    double[] values = series.stream().mapToDouble(Math::rint).toArray();
    for (int i = 1; i < values.length; i++) {
      values[i] += kind % 2 == 1 ? 0.9 * values[i - 1] : 0;
      values[i] += kind / 2 * 400 * Made.wave(i, 12);
    }
    History history = Made.without(Made.monthly(values), List.of(4, 7));
    Analysis analysis = Analysis.of(history);
    for (int i = 0; i < history.size() && analysis.limits().isPresent(); i++) {
      Limits limits = analysis.limits().orElseThrow();
      NaturalRange range = analysis.range(i).orElseThrow();
      double charted = analysis.charted()[i];
      assertThat(range.lower()).isLessThan(range.centre());
      assertThat(range.upper()).isGreaterThan(range.centre());
      double over = (charted - limits.upper()) / limits.sigma();
      if (Math.abs(over) > 1e-6) {
        assertThat(history.value(i) > range.upper()).isEqualTo(over > 0);
      }
    }
  }
}
