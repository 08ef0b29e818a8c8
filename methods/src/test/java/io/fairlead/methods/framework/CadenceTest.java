package io.fairlead.methods.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

  private static Cadence cadence(String yaml) {
    return FrameworkDocument.parse("organisation: {name: a}\ncadence: " + yaml)
        .orThrow()
        .framework()
        .cadence();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # cadence                                                                    | on         | name              | starts     | ends
          {}                                                                           | 2026-05-13 | Q2 2026           | 2026-04-01 | 2026-06-30
          {cycles: {names: fiscal}}                                                    | 2026-05-13 | FY26 Q2           | 2026-04-01 | 2026-06-30
          {fiscal-year: {starts: april}}                                               | 2026-05-13 | Q2 2026           | 2026-04-01 | 2026-06-30
          {fiscal-year: {starts: april}, cycles: {names: fiscal}}                      | 2026-05-13 | FY27 Q1           | 2026-04-01 | 2026-06-30
          {fiscal-year: {starts: april, named-by: start}, cycles: {names: fiscal}}     | 2026-05-13 | FY26 Q1           | 2026-04-01 | 2026-06-30
          {fiscal-year: {starts: february}}                                            | 2026-01-31 | Nov 2025–Jan 2026 | 2025-11-01 | 2026-01-31
          {fiscal-year: {starts: february}}                                            | 2026-02-01 | Feb–Apr 2026      | 2026-02-01 | 2026-04-30
          {fiscal-year: {starts: february}, cycles: {names: fiscal}}                   | 2026-01-31 | FY26 Q4           | 2025-11-01 | 2026-01-31
          {fiscal-year: {starts: october}, cycles: {names: fiscal, length: half-year}} | 2026-04-01 | FY26 H2           | 2026-04-01 | 2026-09-30
          {cycles: {length: half-year}}                                                | 2026-12-31 | H2 2026           | 2026-07-01 | 2026-12-31
          {cycles: {length: year}}                                                     | 2024-02-29 | 2024              | 2024-01-01 | 2024-12-31
          {cycles: {length: year, names: fiscal}, fiscal-year: {starts: july}}         | 2026-07-01 | FY27              | 2026-07-01 | 2027-06-30
          {fiscal-year: {starts: december}, cycles: {names: fiscal}}                   | 2027-02-28 | FY27 Q1           | 2026-12-01 | 2027-02-28
          """)
  void cyclesFollowTheFiscalYearAndAreNamedAsAsked(
      String yaml, String on, String name, String starts, String ends) {
    Cadence.Cycle cycle = cadence(yaml).cycleOn(day(on)).orElseThrow();

    assertThat(cycle.name()).isEqualTo(name);
    assertThat(cycle.during()).isEqualTo(new Cadence.Window(day(starts), day(ends)));
  }

  @Test
  void longerCyclesRunBesideAndContainTheOrdinaryOnes() {
    List<Cadence.Cycle> cycles =
        cadence("{cycles: {longer: [half-year, year]}}")
            .cycles(day("2026-01-01"), day("2026-07-01"));

    assertThat(cycles.stream().map(Cadence.Cycle::name))
        .containsExactly("2026", "H1 2026", "Q1 2026", "Q2 2026", "H2 2026", "Q3 2026");
    assertThat(cycles.getFirst().contains(cycles.get(3))).isTrue();
    assertThat(cycles.get(1).contains(cycles.getLast())).isFalse();
  }

  @Test
  void planningLiesAroundTheFirstDayAndGradingAroundTheLast() {
    Cadence.Cycle cycle =
        cadence(
                "{planning: {opens-days-before: 14, closes-days-after: 7}, grading: {opens-days-before: 5, closes-days-after: 10}}")
            .cycleOn(day("2026-05-13"))
            .orElseThrow();

    assertThat(cycle.planning())
        .isEqualTo(new Cadence.Window(day("2026-03-18"), day("2026-04-08")));
    assertThat(cycle.grading()).isEqualTo(new Cadence.Window(day("2026-06-25"), day("2026-07-10")));
  }

  @Test
  void betweenCustomCyclesThereIsNone() {
    Cadence cadence =
        cadence(
            "{cycles: {length: custom, custom: [{name: Spring, starts: 2026-01-10, ends: 2026-04-30}, {name: Autumn, starts: 2026-09-01, ends: 2026-12-20}]}}");

    assertThat(cadence.cycleOn(day("2026-04-30")).map(Cadence.Cycle::name)).hasValue("Spring");
    assertThat(cadence.cycleOn(day("2026-05-01"))).isEmpty();
    assertThat(cadence.cycles(day("2026-01-01"), day("2026-12-31"))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {rhythm: weekly, day: friday}                                       | 2026-05-13 | 2026-05-15, 2026-05-22, 2026-05-29, 2026-06-05
          {rhythm: weekly, day: wednesday}                                    | 2026-05-13 | 2026-05-13, 2026-05-20, 2026-05-27, 2026-06-03, 2026-06-10
          {rhythm: every-two-weeks, day: friday, counted-from: 2026-05-11}    | 2026-05-13 | 2026-05-15, 2026-05-29
          {rhythm: every-two-weeks, day: friday, counted-from: 2026-05-24}    | 2026-05-13 | 2026-05-22, 2026-06-05
          {rhythm: every-two-weeks, day: monday, counted-from: 2026-06-14}    | 2026-05-13 | 2026-05-25, 2026-06-08
          {rhythm: monthly, day: friday}                                      | 2026-05-13 | 2026-05-29
          {rhythm: monthly, day: friday}                                      | 2026-05-30 | 2026-06-26
          """)
  void checkInsAreDueInTheirRhythm(String yaml, String from, String due) {
    assertThat(
            cadence("{check-ins: " + yaml + "}")
                .checkInsDue(day(from), day(from).plusDays(28))
                .stream()
                .map(LocalDate::toString)
                .collect(Collectors.joining(", ")))
        .isEqualTo(due);
  }

  @Property(tries = 300)
  void everyDayLiesInExactlyOneOrdinaryCycleAndCyclesFollowEachOtherWithoutGap(
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 0, max = 2) int length,
      @ForAll @IntRange(min = 0, max = 20_000) int offset) {
    Cadence cadence =
        cadence(
            "{fiscal-year: {starts: %s}, cycles: {names: fiscal, length: %s}}"
                .formatted(
                    java.time.Month.of(month).name().toLowerCase(java.util.Locale.ROOT),
                    List.of("quarter", "half-year", "year").get(length)));
    LocalDate on = LocalDate.of(1990, 1, 1).plusDays(offset);

    List<Cadence.Cycle> cycles = cadence.cycles(on, on);

    assertThat(cycles).hasSize(1);
    LocalDate next = cycles.getFirst().during().closes().plusDays(1);
    assertThat(cadence.cycleOn(next).orElseThrow().during().opens()).isEqualTo(next);
    assertThat(cadence.cycleOn(next).orElseThrow().name()).isNotEqualTo(cycles.getFirst().name());
  }
}
