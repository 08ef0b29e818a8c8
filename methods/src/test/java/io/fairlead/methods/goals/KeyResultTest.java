package io.fairlead.methods.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.goals.Attainment.Basis;
import io.fairlead.methods.goals.Attainment.Invalid;
import io.fairlead.methods.goals.Attainment.NoCheckIn;
import io.fairlead.methods.goals.Attainment.Scored;
import io.fairlead.methods.goals.KeyResult.Band;
import io.fairlead.methods.goals.KeyResult.Decrease;
import io.fairlead.methods.goals.KeyResult.Increase;
import io.fairlead.methods.goals.KeyResult.Milestones;
import io.fairlead.methods.goals.KeyResult.YesNo;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyResultTest {

  @ParameterizedTest(name = "from {0} to {1}, at {2}: {3}, unclipped {4}")
  @CsvSource({
    "20,  50,  41,  0.7,  0.7",
    "20,  50,  12,  0,   -0.266666666666667",
    "20,  50,  80,  1,    2",
    "-10, 30,  0,   0.25, 0.25",
    "8,   3,   4.5, 0.7,  0.7",
    "8,   3,   9,   0,   -0.2",
  })
  void aWayIsScoredByTheShareOfItThatIsDone(
      double baseline, double target, double current, double score, double unclipped) {
    KeyResult keyResult =
        target > baseline ? new Increase(baseline, target) : new Decrease(baseline, target);
    assertThat(keyResult.score(Reading.of(current)))
        .isInstanceOfSatisfying(
            Scored.class,
            scored -> {
              assertThat(scored.value()).isCloseTo(score, within(1e-12));
              assertThat(scored.unclipped()).isCloseTo(unclipped, within(1e-12));
              assertThat(scored.basis()).isEqualTo(Basis.CURRENT);
            });
  }

  @ParameterizedTest(name = "95 to 99 with tolerance {0}, at {1}: {2}")
  @CsvSource({
    "5, 97, 1",
    "5, 95, 1",
    "5, 99, 1",
    "5, 93, 0.6",
    "5, 105, 0",
    "0, 94.999, 0",
    "0, 99, 1"
  })
  void aBandFallsFromOneInsideToZeroAtItsTolerance(double tolerance, double current, double score) {
    assertThat(new Band(95, 99, tolerance).score(Reading.of(current)).score().getAsDouble())
        .isCloseTo(score, within(1e-12));
  }

  @Test
  void milestonesCountByWeight() {
    var milestones = new Milestones(Map.of("draft", 1.0, "review", 2.0, "launch", 3.0));
    assertThat(milestones.score(Reading.done("draft", "review")).score()).hasValue(0.5);
    assertThat(milestones.score(Reading.done()).score()).hasValue(0);
    assertThat(milestones.score(Reading.done("party")))
        .isEqualTo(new Invalid(Flaw.MILESTONE_UNKNOWN));
  }

  @Test
  void yesIsOneAndNoIsZero() {
    assertThat(new YesNo().score(Reading.answer(true)).score()).hasValue(1);
    assertThat(new YesNo().score(Reading.answer(false)).score()).hasValue(0);
  }

  @Test
  void whatMakesNoSenseIsAStatusAndNeverAZero() {
    assertThat(new Increase(5, 5).score(Reading.of(5)))
        .isEqualTo(new Invalid(Flaw.TARGET_EQUALS_BASELINE));
    assertThat(new Increase(null, 5.0).score(Reading.of(5)))
        .isEqualTo(new Invalid(Flaw.BASELINE_UNKNOWN));
    assertThat(new Increase(null, null).flaws())
        .containsExactly(Flaw.TARGET_UNKNOWN, Flaw.BASELINE_UNKNOWN);
    assertThat(new Band(9, 1, 0).score(Reading.of(5)))
        .isEqualTo(new Invalid(Flaw.BAND_UPSIDE_DOWN));
    assertThat(new Band(1, 9, -1).score(Reading.of(5)))
        .isEqualTo(new Invalid(Flaw.TOLERANCE_NEGATIVE));
    assertThat(new Milestones(Map.of()).score(Reading.done()))
        .isEqualTo(new Invalid(Flaw.NO_MILESTONES));
    assertThat(new Milestones(Map.of("a", 0.0)).score(Reading.done()))
        .isEqualTo(new Invalid(Flaw.MILESTONE_WEIGHT));
    assertThat(new YesNo().score(Reading.of(1)))
        .isEqualTo(new Invalid(Flaw.READING_OF_ANOTHER_KIND));
    assertThat(new Increase(0, Double.NaN).score(Reading.of(1)))
        .isEqualTo(new Invalid(Flaw.NOT_FINITE));
    assertThat(new Increase(0, Double.MIN_VALUE).score(Reading.of(1e300)))
        .isEqualTo(new Invalid(Flaw.NOT_FINITE));
  }

  @Test
  void aTargetOnTheWrongSideIsNamedAndStillScored() {
    var keyResult = new Increase(50, 20);
    assertThat(keyResult.flaws()).containsExactly(Flaw.WRONG_DIRECTION);
    assertThat(keyResult.score(Reading.of(29)).score()).hasValue(0.7);
  }

  @Test
  void noCheckInIsNoScoreUntilItIsClosed() {
    Attainment open = new Increase(20, 50).score(Reading.nothing());
    assertThat(open).isEqualTo(new NoCheckIn());
    assertThat(open.score()).isEmpty();
    assertThat(open.atClose()).isEqualTo(new Scored(0, 0, Basis.CLOSED_WITHOUT_CHECK_IN));
    Attainment broken = new Increase(5, 5).score(Reading.nothing());
    assertThat(broken.atClose()).isEqualTo(new Invalid(Flaw.TARGET_EQUALS_BASELINE));
  }

  @Test
  void aSeriesInABandIsScoredByTheShareOfItsCheckIns() {
    var band = new Band(95, 99, 5);
    var series =
        List.of(
            new Observation(0, 97),
            new Observation(7, 90),
            new Observation(14, 98),
            new Observation(28, 96));
    assertThat(TimeInBand.score(band, series)).isEqualTo(new Scored(0.75, 0.75, Basis.SERIES));
    assertThat(TimeInBand.of(band, series, 35).shareOfTime()).isEqualTo(0.8);
    assertThat(TimeInBand.score(band, List.of())).isEqualTo(new NoCheckIn());
    assertThat(TimeInBand.score(new Band(9, 1, 0), series))
        .isEqualTo(new Invalid(Flaw.BAND_UPSIDE_DOWN));
  }

  @Property
  void aScoreNeverFallsWhenTheFigureRises(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double baseline,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double way,
      @ForAll @DoubleRange(min = -1e7, max = 1e7) double current,
      @ForAll @DoubleRange(min = 0, max = 1e6) double more) {
    var keyResult = new Increase(baseline, baseline + way);
    double before = keyResult.score(Reading.of(current)).score().getAsDouble();
    double after = keyResult.score(Reading.of(current + more)).score().getAsDouble();
    assertThat(after).isBetween(before, 1.0);
  }

  @Property
  void aDecreaseIsAnIncreaseSeenInAMirror(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double baseline,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double way,
      @ForAll @DoubleRange(min = -1e7, max = 1e7) double current) {
    assertThat(new Decrease(-baseline, -(baseline + way)).score(Reading.of(-current)))
        .isEqualTo(new Increase(baseline, baseline + way).score(Reading.of(current)));
  }
}
