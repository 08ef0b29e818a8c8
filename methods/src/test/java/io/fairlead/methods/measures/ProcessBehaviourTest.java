package io.fairlead.methods.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProcessBehaviourTest {
  /// Twenty values that swing by 1 around 10: the mean range is 2.
  private static double[] calm() {
    return IntStream.range(0, 20).mapToDouble(i -> 10 + (i % 2 == 0 ? 1 : -1)).toArray();
  }

  private static double[] calmThen(double... more) {
    double[] calm = calm();
    double[] all = new double[calm.length + more.length];
    System.arraycopy(calm, 0, all, 0, calm.length);
    System.arraycopy(more, 0, all, calm.length, more.length);
    return all;
  }

  private static List<Signal> signals(double... more) {
    return ProcessBehaviour.signals(calmThen(more), Limits.of(calm()));
  }

  @Test
  void limitsFollowFromTheMeanRangeOfTheirBaseline() {
    Limits limits = Limits.of(calm());
    assertThat(limits.points()).isEqualTo(20);
    assertThat(limits.centre()).isCloseTo(10, within(1e-12));
    assertThat(limits.meanMovingRange()).isEqualTo(2);
    assertThat(limits.upper()).isCloseTo(10 + 3 * 2 / 1.128, within(1e-12));
    assertThat(limits.lower()).isCloseTo(10 - 3 * 2 / 1.128, within(1e-12));
    assertThat(limits.upperMovingRange()).isCloseTo(6.534, within(1e-12));
    assertThat(signals()).isEmpty();
  }

  @Test
  void eachRuleIsFulfilledByTheLastValueThatItTakes() {
    double sigma = 2 / 1.128;
    assertThat(signals(10 + 3.1 * sigma)).contains(new Signal(20, SignalRule.BEYOND_LIMIT));
    assertThat(signals(10 - 2.1 * sigma, 10, 10 - 2.1 * sigma))
        .containsExactly(new Signal(22, SignalRule.TWO_OF_THREE));
    assertThat(signals(10 - 2.1 * sigma, 10, 10 + 2.1 * sigma))
        .as("on both sides is no signal")
        .extracting(Signal::rule)
        .doesNotContain(SignalRule.TWO_OF_THREE);
    double[] four = IntStream.range(0, 4).mapToDouble(i -> 10 + 1.1 * sigma).toArray();
    assertThat(signals(four)).contains(new Signal(23, SignalRule.FOUR_OF_FIVE));
    double[] eight = IntStream.range(0, 8).mapToDouble(i -> 10.2).toArray();
    assertThat(signals(eight)).containsExactly(new Signal(27, SignalRule.EIGHT_ON_ONE_SIDE));
    assertThat(signals(9.1, 9.4, 9.7, 10.1, 10.4))
        .containsExactly(new Signal(24, SignalRule.TREND_OF_SIX));
    assertThat(signals(15.6)).contains(new Signal(20, SignalRule.LEAP));
  }

  @Test
  void whatStandsOnALineIsBeyondNothing() {
    Limits limits = Limits.of(calm());
    assertThat(ProcessBehaviour.signals(new double[] {limits.upper()}, limits)).isEmpty();
    for (double value : new double[] {0, 7, 0.1, -1e-9, 1e300}) {
      double[] constant = DoubleStream.generate(() -> value).limit(31).toArray();
      assertThat(ProcessBehaviour.signals(constant, Limits.of(constant))).as("" + value).isEmpty();
    }
  }

  @Test
  void valuesThatAreNoneAreRefused() {
    assertThatThrownBy(() -> Limits.of(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Limits.of(1, Double.NaN)).hasMessageContaining("finite");
    assertThatThrownBy(() -> Limits.of(1, Double.POSITIVE_INFINITY)).hasMessageContaining("finite");
    assertThatThrownBy(() -> Limits.of(1e308, -1e308)).hasMessageContaining("too far apart");
    assertThat(Limits.of(1e308, 1e308).centre()).isEqualTo(1e308);
  }

  /// Another unit of measurement, or counting from another zero, changes no signal; upside down,
  /// the same values say the same.
  @Property
  void signalsDoNotDependOnTheUnit(
      @ForAll @Size(min = 12, max = 60) List<@DoubleRange(min = -100, max = 100) Double> series,
      @ForAll boolean upsideDown) {
    double[] values = series.stream().mapToDouble(Math::rint).toArray();
    double factor = upsideDown ? -4 : 4;
    double[] other =
        series.stream().mapToDouble(value -> factor * Math.rint(value) + 512).toArray();
    Limits limits = Limits.of(values);
    Limits otherLimits = Limits.of(other);
    assertThat(otherLimits.sigma()).isCloseTo(4 * limits.sigma(), within(1e-9));
    assertThat(ProcessBehaviour.signals(other, otherLimits))
        .isEqualTo(ProcessBehaviour.signals(values, limits));
  }
}
