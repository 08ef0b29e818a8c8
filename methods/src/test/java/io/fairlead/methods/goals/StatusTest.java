package io.fairlead.methods.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.goals.ConfidenceCalibration.Band;
import io.fairlead.methods.goals.ConfidenceCalibration.Statement;
import io.fairlead.methods.goals.StatusRule.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {
  private static final KeyResult WAY = new KeyResult.Increase(20, 50);
  private static final Course COURSE = Course.straight(20, 50, 90);

  @ParameterizedTest(name = "chance {0}: {1}")
  @CsvSource({"0.7, ON_TRACK", "0.69, AT_RISK", "0.3, AT_RISK", "0.29, OFF_TRACK"})
  void theChanceDecides(double chance, Status status) {
    var fit = new Forecast.Fit(0, 0, 1, 0);
    var trend =
        new Forecast.Trend(0, false, chance, new Forecast.Interval(0, 0), fit, fit, false, 6);
    assertThat(of(WAY, Reading.of(33), false, null, trend)).isEqualTo(status);
  }

  @ParameterizedTest(name = "day {0} at {1}: {2}")
  @CsvSource({
    "45, 35, ON_TRACK",
    "45, 33.6, ON_TRACK",
    "45, 31, AT_RISK",
    "45, 26, OFF_TRACK",
    "2, 20, ON_TRACK",
    "12, 20, AT_RISK",
    "30, 20, OFF_TRACK"
  })
  void withoutATrendThePaceDecides(double day, double value, Status status) {
    Forecast forecast = Forecasts.STANDARD.of(COURSE, List.of(new Observation(day, value)));
    assertThat(of(WAY, Reading.of(value), false, null, forecast)).isEqualTo(status);
  }

  @Test
  void doneStaysDoneStaleOutweighsTheForecastAndNothingIsNoData() {
    assertThat(of(WAY, Reading.of(50), true, null, null)).isEqualTo(Status.DONE);
    assertThat(of(WAY, Reading.of(49), true, null, null)).isEqualTo(Status.STALE);
    assertThat(of(WAY, Reading.nothing(), true, 9, null)).isEqualTo(Status.NO_DATA);
    assertThat(of(new KeyResult.Increase(5, 5), Reading.of(5), false, 9, null))
        .isEqualTo(Status.NO_DATA);
    var milestones = new KeyResult.Milestones(Map.of("a", 1.0));
    assertThat(of(milestones, Reading.done("a"), false, null, null)).isEqualTo(Status.DONE);
  }

  @Test
  void aBandIsJudgedByWhereItIsAndIsNeverDone() {
    var band = new KeyResult.Band(95, 99, 5);
    assertThat(of(band, Reading.of(97), false, null, null)).isEqualTo(Status.ON_TRACK);
    assertThat(of(band, Reading.of(93), false, null, null)).isEqualTo(Status.AT_RISK);
    assertThat(of(band, Reading.of(80), false, null, null)).isEqualTo(Status.OFF_TRACK);
    assertThat(of(band, Reading.of(97), true, null, null)).isEqualTo(Status.STALE);
  }

  @Test
  void aYesOrNoGoesByItsOwnersConfidence() {
    var yesNo = new KeyResult.YesNo();
    assertThat(of(yesNo, Reading.answer(true), true, null, null)).isEqualTo(Status.DONE);
    assertThat(of(yesNo, Reading.answer(false), false, 8, null)).isEqualTo(Status.ON_TRACK);
    assertThat(of(yesNo, Reading.nothing(), false, 2, null)).isEqualTo(Status.OFF_TRACK);
    assertThat(of(yesNo, Reading.nothing(), false, null, null)).isEqualTo(Status.NO_DATA);
  }

  @ParameterizedTest(name = "{0} days old, every {1}: stale {2}")
  @CsvSource({
    "14, 7, false", "15, 7, true", "14, 14, false", "21, 14, false", "22, 14, true",
    "45, 30, false", "46, 30, true", "2, 1, false", "3, 1, true", "0, 7, false"
  })
  void staleIsOneAndAHalfRhythmsAndAFortnightOrTwoMissed(
      double age, double cadence, boolean stale) {
    assertThat(Freshness.of(age, cadence).isStale(cadence)).isEqualTo(stale);
  }

  @ParameterizedTest(name = "confidence {0}, chance {1}: {2}")
  @CsvSource({
    "7, 0.29, WATERMELON",
    "7, 0.3, AGREES",
    "6, 0.1, AGREES",
    "3, 0.7, GLOOMIER_THAN_FORECAST",
    "4, 0.9, AGREES"
  })
  void aWatermelonIsGreenOutsideAndRedInside(int confidence, double chance, Agreement agreement) {
    assertThat(Agreement.of(confidence, OptionalDouble.of(chance))).isEqualTo(agreement);
    assertThat(Agreement.of(confidence, OptionalDouble.empty())).isEqualTo(Agreement.UNKNOWN);
  }

  @Test
  void calibrationComparesWhatWasSaidWithWhatHappened() {
    var statements = new ArrayList<Statement>();
    for (int i = 0; i < 10; i++) {
      statements.add(new Statement(8, i < 5));
    }
    statements.add(new Statement(0, false));
    statements.add(new Statement(10, true));
    var calibration = ConfidenceCalibration.of(statements);
    assertThat(calibration.bands())
        .containsExactly(new Band(0, 1, 0), new Band(8, 10, 5), new Band(10, 1, 1));
    assertThat(calibration.brier().getAsDouble())
        .isCloseTo((5 * 0.04 + 5 * 0.64) / 12, within(1e-12));
    assertThat(calibration.overconfidence().getAsDouble()).isCloseTo(0.25, within(1e-12));
    assertThat(ConfidenceCalibration.of(List.of()).brier()).isEmpty();
    for (int split : new int[] {0, 5, 12}) {
      assertThat(
              ConfidenceCalibration.of(statements.subList(0, split))
                  .and(ConfidenceCalibration.of(statements.subList(split, 12))))
          .isEqualTo(calibration);
    }
  }

  @Test
  void twoCyclesTellWhetherTargetsAreTooLowOrTooHigh() {
    assertThat(AmbitionHint.of(List.of(List.of(0.9, 1.0), List.of(), List.of(0.9))))
        .isEqualTo(AmbitionHint.SANDBAGGING);
    assertThat(AmbitionHint.of(List.of(List.of(1.0), List.of(0.6)))).isEqualTo(AmbitionHint.NONE);
    assertThat(AmbitionHint.of(List.of(List.of(0.3), List.of(0.39))))
        .isEqualTo(AmbitionHint.OVER_REACH);
    assertThat(AmbitionHint.of(List.of(List.of(1.0)))).isEqualTo(AmbitionHint.TOO_FEW);
  }

  @Test
  void fastCountsWhatTheDataShow() {
    var fast =
        Fast.of(
            List.of(
                new Fast.Seen(10, 8, 0.5, true, true, true),
                new Fast.Seen(10, 2, 0.95, false, true, false),
                new Fast.Seen(0, 0, null, true, false, true)));
    assertThat(fast.frequent()).isEqualTo(new Fast.Share(10, 20));
    assertThat(fast.ambitious()).isEqualTo(new Fast.Share(1, 2));
    assertThat(fast.specific()).isEqualTo(new Fast.Share(2, 3));
    assertThat(fast.transparent()).isEqualTo(new Fast.Share(1, 3));
    assertThat(Fast.of(List.of()).frequent().value()).isEmpty();
    assertThat(fast.and(Fast.of(List.of()))).isEqualTo(fast);
    assertThat(fast.and(fast).frequent()).isEqualTo(new Fast.Share(20, 40));
    assertThat(Fast.isSpecific(WAY, true, true)).isTrue();
    assertThat(Fast.isSpecific(WAY, false, true)).isFalse();
    assertThat(Fast.isSpecific(new KeyResult.Increase(null, 5.0), true, true)).isFalse();
    assertThat(Fast.isSpecific(new KeyResult.YesNo(), false, true)).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "ASPIRATIONAL, 0.7, GREEN",
    "ASPIRATIONAL, 0.6999999999999, GREEN",
    "ASPIRATIONAL, 0.69, YELLOW",
    "ASPIRATIONAL, 0.4, YELLOW",
    "ASPIRATIONAL, 0.39, RED",
    "COMMITTED, 1, KEPT",
    "COMMITTED, 0.99, NEEDS_EXPLANATION",
    "LEARNING, 1, ANSWERED",
    "LEARNING, 0.5, PARTLY_ANSWERED",
    "LEARNING, 0, NOT_ANSWERED",
  })
  void everyKindHasItsWords(ObjectiveKind kind, double score, Grade grade) {
    assertThat(ScoringBands.STANDARD.grade(kind, score)).isEqualTo(grade);
  }

  @Test
  void anObjectiveIsTheMeanOfWhatIsScoredAndSaysHowMuchThatIs() {
    var half = new Attainment.Scored(0.5, 0.5, Attainment.Basis.CURRENT);
    var none = new Attainment.NoCheckIn();
    assertThat(
            ObjectiveScore.of(
                List.of(new ObjectiveScore.Part(half, 1), new ObjectiveScore.Part(none, 3))))
        .isEqualTo(new ObjectiveScore.Mean(0.5, 0.25, 1, 1, 2));
    assertThat(ObjectiveScore.of(List.of()))
        .isEqualTo(new ObjectiveScore.Unscored(ObjectiveScore.Why.NO_KEY_RESULTS, 0));
    assertThat(ObjectiveScore.of(List.of(new ObjectiveScore.Part(none, 1))))
        .isEqualTo(new ObjectiveScore.Unscored(ObjectiveScore.Why.NOTHING_SCORED, 1));
    assertThat(ObjectiveScore.of(List.of(new ObjectiveScore.Part(half, 0))))
        .isEqualTo(new ObjectiveScore.Unscored(ObjectiveScore.Why.WEIGHT_NOT_POSITIVE, 1));
  }

  private static Status of(
      KeyResult keyResult,
      Reading reading,
      boolean stale,
      @Nullable Integer confidence,
      @Nullable Forecast forecast) {
    return StatusRule.STANDARD.of(
        keyResult, new Evidence(keyResult.score(reading), stale, confidence, forecast));
  }
}
