package io.fairlead.methods.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.agreement.Reliability.Degrees;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplePlanTest {

  @ParameterizedTest
  @CsvSource({"0.30, 3, 0.56", "0.30, 6, 0.72", "0.30, 10, 0.81"})
  void aMeanOfSeveralRatersIsMoreReliableThanOne(double single, int raters, double mean) {
    assertThat(Reliability.ofMean(single, raters)).isCloseTo(mean, within(0.005));
  }

  @Property
  void thePlannedRatersReachWhatIsWantedAndOneFewerDoesNot(
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double single,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double wanted) {
    int raters = SamplePlan.raters(single, wanted).orElseThrow();
    assertThat(Reliability.ofMean(single, raters)).isGreaterThanOrEqualTo(wanted - 1e-9);
    if (raters > 1) {
      assertThat(Reliability.ofMean(single, raters - 1)).isLessThan(wanted);
    }
  }

  @Test
  void whereRatingsSayNothingNoNumberOfThemIsEnough() {
    assertThat(SamplePlan.raters(0, 0.7)).isEmpty();
    assertThat(SamplePlan.raters(-0.2, 0.7)).isEmpty();
    assertThatThrownBy(() -> SamplePlan.raters(0.3, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 3, 0.2", "0.7, 4, 0.2", "0.3, 5, 0.3", "0.8, 2, 0.2"})
  void thePlannedSamplesGiveAnIntervalOfAboutTheWantedWidth(
      double expected, int raters, double width) {
    int samples = SamplePlan.samples(expected, raters, width);
    double between = 1 + (raters - 1) * expected;
    Reliability interval =
        Reliability.ofOne(
            between, 1 - expected, raters, new Degrees(samples - 1.0, samples * (raters - 1.0)));
    assertThat(interval.value()).isCloseTo(expected, within(1e-12));
    assertThat(interval.upper() - interval.lower()).isCloseTo(width, within(0.1 * width));
  }

  @Test
  void moreSamplesTellTheMeanMoreClosely() {
    assertThat(SamplePlan.within(0.6, 6).orElseThrow()).isCloseTo(0.6296613839, within(1e-9));
    assertThat(SamplePlan.within(0.6, 24).orElseThrow()).isLessThan(0.3);
    assertThat(SamplePlan.within(0, 6)).hasValue(0);
    assertThat(SamplePlan.within(0.6, 1)).isEmpty();
    assertThatThrownBy(() -> SamplePlan.within(0.6, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
