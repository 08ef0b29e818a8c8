package io.fairlead.methods.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.goals.Forecast.None;
import io.fairlead.methods.goals.Forecast.Paced;
import io.fairlead.methods.goals.Forecast.Trend;
import io.fairlead.methods.goals.Forecast.Why;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ForecastsTest {
  private static final Course COURSE = Course.straight(20, 50, 90);

  @Test
  void sixCheckInsGiveALineWithItsIntervalAndChance() {
    Trend trend = trend(COURSE, 0, 20, 7, 22, 14, 23, 21, 27, 28, 29, 42, 33);
    assertThat(trend.leastSquares().slope()).isCloseTo(0.3204081632653062, within(1e-12));
    assertThat(trend.end()).isCloseTo(48.52244897959184, within(1e-9));
    assertThat(trend.robust()).isFalse();
    assertThat(trend.interval().low()).isCloseTo(45.98064623534171, within(1e-9));
    assertThat(trend.interval().high()).isCloseTo(51.06425172384198, within(1e-9));
    assertThat(trend.probability()).isCloseTo(0.21157972386202717, within(1e-9));
  }

  @Test
  void fiveCheckInsLetTheMedianLineSpeak() {
    Trend trend = trend(Course.straight(8, 3, 90), 0, 8, 14, 7.6, 28, 7.1, 42, 6.2, 56, 6.0);
    assertThat(trend.robust()).isTrue();
    assertThat(trend.end()).isCloseTo(4.745238095238095, within(1e-9));
    assertThat(trend.probability()).isCloseTo(0.0072808240070764045, within(1e-9));
  }

  @Test
  void oneWildCheckInDoesNotMoveTheForecast() {
    Trend trend = trend(COURSE, 0, 20, 7, 22.1, 14, 23.9, 21, 26, 28, 280, 35, 30, 42, 32.2);
    assertThat(trend.robust()).isTrue();
    assertThat(trend.end()).isBetween(44.0, 48.0);
  }

  @Test
  void tooLittleDataGivesOnlyAPace() {
    assertThat(forecast(COURSE, 0, 20, 14, 25, 28, 29))
        .isInstanceOfSatisfying(
            Paced.class,
            paced -> {
              assertThat(paced.why()).isEqualTo(Why.TOO_FEW);
              assertThat(paced.end()).isCloseTo(20 + 9 / (28 / 90.0), within(1e-9));
            });
    assertThat(forecast(COURSE, 1, 20, 2, 21, 3, 22, 4, 23))
        .isInstanceOfSatisfying(
            Paced.class, paced -> assertThat(paced.why()).isEqualTo(Why.TOO_EARLY));
    assertThat(forecast(COURSE)).isEqualTo(new None(Why.NO_CHECK_IN, 0));
    assertThat(forecast(COURSE, 0, 20)).isEqualTo(new None(Why.NOT_STARTED, 1));
  }

  @Test
  void severalCheckInsOfADayAreCorrections() {
    assertThat(forecast(COURSE, 0, 20, 7, 99, 7, 22, 14, 23, 21, 27, 28, 29, 42, 33))
        .isEqualTo(forecast(COURSE, 0, 20, 7, 22, 14, 23, 21, 27, 28, 29, 42, 33));
  }

  @Test
  void checkInsOnALineLeaveNoDoubtAndSaySo() {
    Trend short_ = trend(COURSE, 0, 20, 10, 21, 20, 22, 30, 23);
    assertThat(short_.exact()).isTrue();
    assertThat(short_.probability()).isZero();
    assertThat(short_.interval().low()).isEqualTo(short_.interval().high());
    assertThat(trend(Course.straight(20, 29, 90), 0, 20, 10, 21, 20, 22, 30, 23).probability())
        .isOne();
    assertThat(trend(COURSE, 0, 20, 10, 20, 20, 20, 30, 20).probability()).isZero();
  }

  @Property(tries = 200)
  void neitherOrderNorUnitChangesTheChance(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 1000) double unit) {
    var random = new Random(seed);
    var series = new ArrayList<Observation>();
    var other = new ArrayList<Observation>();
    for (int week = 0; week < 8; week++) {
      double value = 20 + week * 2 + random.nextGaussian();
      series.add(new Observation(week * 7, value));
      other.add(new Observation(week * 7, value * unit + 5));
    }
    Collections.shuffle(other, random);
    double chance = Forecasts.STANDARD.of(COURSE, series).chance().getAsDouble();
    Course scaled = Course.straight(20 * unit + 5, 50 * unit + 5, 90);
    assertThat(chance).isBetween(0.0, 1.0);
    assertThat(Forecasts.STANDARD.of(scaled, other).chance().getAsDouble())
        .isCloseTo(chance, within(1e-6));
  }

  @Property(tries = 200)
  void aHigherTargetIsNeverMoreLikely(
      @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 50) double more) {
    var random = new Random(seed);
    var series = new ArrayList<Observation>();
    for (int week = 0; week < 6; week++) {
      series.add(new Observation(week * 7, 20 + week * 2 + random.nextGaussian()));
    }
    double near = Forecasts.STANDARD.of(Course.straight(20, 40, 90), series).chance().getAsDouble();
    double far =
        Forecasts.STANDARD.of(Course.straight(20, 40 + more, 90), series).chance().getAsDouble();
    assertThat(far).isLessThanOrEqualTo(near);
  }

  private static Trend trend(Course course, double... daysAndValues) {
    return (Trend) forecast(course, daysAndValues);
  }

  private static Forecast forecast(Course course, double... daysAndValues) {
    List<Observation> series = new ArrayList<>();
    for (int i = 0; i < daysAndValues.length; i += 2) {
      series.add(new Observation(daysAndValues[i], daysAndValues[i + 1]));
    }
    return Forecasts.STANDARD.of(course, series);
  }
}
