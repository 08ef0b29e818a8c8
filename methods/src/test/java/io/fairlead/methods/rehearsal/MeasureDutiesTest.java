package io.fairlead.methods.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.FrameworkDocument;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureDutiesTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

  /// One who leads a leader of two.
  private static final Staff FOUR = Staff.of(new int[] {Staff.NOBODY, 0, 1, 1});

  private static Framework framework(String yaml) {
    return FrameworkDocument.parse("organisation: {name: Northwind}\n" + yaml + "\n")
        .orThrow()
        .framework();
  }

  private static double minutes(String yaml, Role role) {
    return Rehearsal.of(framework(yaml), FOUR, MONDAY, 52, List.of(MeasureDuties.usual()))
        .loads()
        .stream()
        .filter(load -> load.role() == role)
        .findFirst()
        .orElseThrow()
        .minutes();
  }

  @Test
  void withoutMeasuresAndReviewsNothingIsAsked() {
    assertThat(minutes("measures: {frequency: daily}", Role.LEADER)).isZero();
  }

  /// Three measures: a minute each, and half a minute for the one in twenty that is a signal. 2024
  /// began with a Monday, and 52 weeks are all but its last two days.
  @ParameterizedTest
  @CsvSource({
    "daily, 364",
    "weekly, 52",
    "quarterly, 4",
    "yearly, 1",
  })
  void valuesAndSignalsComeWithTheFrequency(String frequency, double steps) {
    String yaml = "measures: {per-leader: 3, frequency: " + frequency + "}";
    assertThat(minutes(yaml, Role.LEADER)).isCloseTo(steps * 4.5, within(0.2 * 4.5));
    assertThat(minutes(yaml, Role.LEADER_OF_LEADERS)).isCloseTo(steps * 4.5, within(0.2 * 4.5));
    assertThat(minutes(yaml, Role.MEMBER)).isZero();
  }

  @Test
  void whoIsNotAskedAboutSignalsSpendsNothingOnThem() {
    assertThat(minutes("measures: {per-leader: 3, frequency: weekly, signals: false}", Role.LEADER))
        .isCloseTo(52 * 3, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"never, 0", "monthly, 12", "quarterly, 4"})
  void aScorecardIsTalkedOverAtItsRhythm(String review, int times) {
    assertThat(minutes("scorecard: {review: " + review + "}", Role.LEADER))
        .isCloseTo(times * 45, within(1e-9));
  }
}
