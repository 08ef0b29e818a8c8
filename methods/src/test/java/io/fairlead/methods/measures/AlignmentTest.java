package io.fairlead.methods.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.measures.LeadLag.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlignmentTest {
  private static final int MONTHS = 96;

  private static double[] walk(long seed) {
    Random random = new Random(seed);
    double[] values = new double[MONTHS];
    for (int i = 1; i < MONTHS; i++) {
      values[i] = values[i - 1] + random.nextGaussian();
    }
    return values;
  }

  /// What does now what the other did four months ago.
  private static History following(double[] lead) {
    Random random = new Random(99);
    return Made.monthly(MONTHS, i -> (i < 4 ? 0 : lead[i - 4]) + 0.3 * random.nextGaussian());
  }

  @Test
  void sameMonthsAreComparedWhateverTheirDay() {
    double[] lead = walk(1);
    List<LocalDate> ends =
        Made.months(MONTHS).stream().map(day -> day.plusMonths(1).minusDays(1)).toList();
    LeadLag found = LeadLag.of(History.of(ends, lead), following(lead));
    assertThat(found.verdict()).isEqualTo(Verdict.LEADS);
    assertThat(found.bestLag()).isEqualTo(4);
    assertThat(found.points()).isGreaterThan(85);
  }

  @Test
  void aHistoryThatBeganLaterIsComparedFromThere() {
    double[] lead = walk(2);
    History late = Made.without(following(lead), IntStream.range(0, 20).boxed().toList());
    LeadLag found = LeadLag.of(Made.monthly(lead), late);
    assertThat(found.verdict()).isEqualTo(Verdict.LEADS);
    assertThat(found.bestLag()).isEqualTo(4);
  }

  @Test
  void aFewGapsKeepTheLag() {
    double[] lead = walk(3);
    List<Integer> gaps = List.of(13, 31, 32, 60, 77);
    LeadLag found =
        LeadLag.of(
            Made.without(Made.monthly(lead), gaps), Made.without(following(lead), List.of(5)));
    assertThat(found.verdict()).isEqualTo(Verdict.LEADS);
    assertThat(found.bestLag()).isEqualTo(4);
  }

  @Test
  void withManyGapsTooLittleIsLeft() {
    double[] lead = walk(4);
    List<Integer> gaps = IntStream.range(1, MONTHS - 1).filter(i -> i % 3 == 0).boxed().toList();
    assertThat(LeadLag.of(Made.without(Made.monthly(lead), gaps), following(lead)).verdict())
        .isEqualTo(Verdict.TOO_LITTLE_DATA);
  }

  @Test
  void daysAreAveragedOverTheMonthsOfTheOther() {
    List<LocalDate> days =
        Stream.iterate(LocalDate.of(2024, 1, 1), day -> day.plusDays(1)).limit(60).toList();
    double[] values = IntStream.range(0, 60).mapToDouble(i -> i < 31 ? 5 : 9).toArray();
    Alignment aligned =
        Alignment.of(
            History.of(days, values),
            History.of(
                Stream.of("2024-01-31", "2024-02-29", "2024-03-31").map(LocalDate::parse).toList(),
                1,
                2,
                3));
    assertThat(aligned.first()).containsExactly(5.0, 9.0);
    assertThat(aligned.second()).containsExactly(1.0, 2.0);
  }

  /// Two series with the same winter: the season alone makes no lead.
  @Test
  void aSeasonThatBothHaveIsNoLead() {
    int leads = 0;
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      History first = Made.monthly(MONTHS, i -> 8 * Made.wave(i, 12) + random.nextGaussian());
      History second = Made.monthly(MONTHS, i -> 8 * Made.wave(i - 2, 12) + random.nextGaussian());
      leads += LeadLag.of(first, second).verdict() == Verdict.LEADS ? 1 : 0;
    }
    assertThat(leads).isLessThan(8);
  }

  @Test
  void historiesWithoutACommonTimeSayNothing() {
    History early = Made.monthly(walk(5));
    History late =
        History.of(Made.months(40).stream().map(day -> day.plusYears(50)).toList(), new double[40]);
    assertThat(LeadLag.of(early, late).verdict()).isEqualTo(Verdict.TOO_LITTLE_DATA);
  }
}
