package io.fairlead.app.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.framework.Cadence;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkEdit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which cycles a pilot makes, by the calendar that Fairlead comes with: quarters, and years beside
/// them.
class PilotCalendarTest {
  private static final Cadence QUARTERS = cadence(DefaultFramework.text());

  private static Cadence cadence(String text) {
    return FrameworkDocument.parse(text).orThrow().framework().cadence();
  }

  private static List<String> between(Cadence cadence, String first, String last) {
    return PilotCalendar.between(cadence, LocalDate.parse(first), LocalDate.parse(last), "p")
        .stream()
        .map(cycle -> cycle.name() + " " + cycle.during().opens() + " " + cycle.during().closes())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2027-01-01 | 2027-03-31 | Q1 2027 · p 2027-01-01 2027-03-31
          2027-01-01 | 2027-06-29 | Q1 2027 · p 2027-01-01 2027-03-31
          2027-03-04 | 2027-03-31 | Q1 2027 · p 2027-03-04 2027-03-31
          2027-03-05 | 2027-03-31 |
          2027-03-05 | 2027-06-30 | Q2 2027 · p 2027-04-01 2027-06-30
          2027-01-01 | 2027-03-30 |
          """)
  void whatLiesWithinItsDaysAndTheRestOfWhatHasBegun(String first, String last, String made) {
    assertThat(between(QUARTERS, first, last)).isEqualTo(made == null ? List.of() : List.of(made));
  }

  @Test
  void aYearIsMadeForAPilotThatLastsSoLong() {
    assertThat(between(QUARTERS, "2027-01-01", "2027-12-31"))
        .hasSize(5)
        .contains("2027 · p 2027-01-01 2027-12-31");
  }

  @Test
  void ofAYearThatHasBegunThereIsNoRest() {
    assertThat(between(QUARTERS, "2026-11-27", "2027-03-31"))
        .containsExactly("Q4 2026 · p 2026-11-27 2026-12-31", "Q1 2027 · p 2027-01-01 2027-03-31");
  }

  @Test
  void theRestOfACycleIsPlannedFromItsOwnFirstDay() {
    Cadence.Cycle rest =
        PilotCalendar.between(
                QUARTERS, LocalDate.parse("2027-02-10"), LocalDate.parse("2027-03-31"), "p")
            .getFirst();
    assertThat(rest.planning().opens()).isEqualTo("2027-01-27");
    assertThat(rest.planning().closes()).isEqualTo("2027-02-20");
    assertThat(rest.grading().opens()).isEqualTo("2027-03-26");
  }

  @Test
  void listedCyclesLeaveGaps() {
    Cadence terms =
        cadence(
            FrameworkEdit.set(
                FrameworkEdit.set(
                    DefaultFramework.text(),
                    "cadence.cycles.custom",
                    List.of(
                        Map.of("name", "Spring", "starts", "2027-02-01", "ends", "2027-05-31"),
                        Map.of("name", "Autumn", "starts", "2027-09-01", "ends", "2027-12-15"))),
                "cadence.cycles.length",
                "custom"));
    assertThat(between(terms, "2027-06-01", "2027-12-30"))
        .containsExactly("Autumn · p 2027-09-01 2027-12-15");
    assertThat(
            PilotCalendar.endings(
                terms, LocalDate.parse("2027-01-10"), LocalDate.parse("2027-12-30")))
        .containsExactly(LocalDate.parse("2027-05-31"), LocalDate.parse("2027-12-15"));
  }
}
