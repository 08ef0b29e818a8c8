package io.fairlead.methods.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IntraclassTest {

  private static List<double[]> table(double[]... rows) {
    return List.of(rows);
  }

  @Test
  void tooFewRatingsGiveNoFigure() {
    assertThat(OneWay.of(List.of()).status()).isEqualTo(AgreementStatus.TOO_FEW);
    assertThat(OneWay.of(table(new double[] {1, 2}, new double[] {3})).status())
        .isEqualTo(AgreementStatus.TOO_FEW);
    assertThat(TwoWay.of(table(new double[] {1}, new double[] {3})).status())
        .isEqualTo(AgreementStatus.TOO_FEW);
  }

  @Test
  void wholeAgreementIsOneAndNothingToTellApartIsNoFigure() {
    var agreed = table(new double[] {1, 1}, new double[] {3, 3}, new double[] {5, 5});
    assertThat(OneWay.of(agreed).one()).contains(new Reliability(1, 1, 1));
    assertThat(TwoWay.of(agreed).agreement()).contains(new Reliability(1, 1, 1));
    assertThat(TwoWay.of(agreed).consistency()).contains(new Reliability(1, 1, 1));
    var same = table(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1, 0.1});
    assertThat(OneWay.of(same).status()).isEqualTo(AgreementStatus.ZERO_VARIANCE);
    assertThat(TwoWay.of(same).status()).isEqualTo(AgreementStatus.ZERO_VARIANCE);
    var camps = table(new double[] {1, 5}, new double[] {5, 1});
    assertThat(OneWay.of(camps).status()).isEqualTo(AgreementStatus.NOT_IDENTIFIED);
    assertThat(TwoWay.of(camps).status()).isEqualTo(AgreementStatus.NOT_IDENTIFIED);
  }

  @Test
  void aStrictRaterCostsAgreementButNotConsistency() {
    var strict = table(new double[] {1, 3}, new double[] {2, 4}, new double[] {3, 5});
    TwoWay found = TwoWay.of(strict);
    assertThat(found.consistency()).contains(new Reliability(1, 1, 1));
    assertThat(found.agreement().orElseThrow().value()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(found.agreement().orElseThrow().upper()).isLessThan(1);
  }

  @Test
  void samplesWithDifferentNumbersOfRatingsAreWeighed() {
    OneWay found =
        OneWay.of(
            table(
                new double[] {1, 2},
                new double[] {4, 5, 6},
                new double[] {9, 8},
                new double[] {7}));
    assertThat(found.samples()).isEqualTo(3);
    assertThat(found.ratings()).isEqualTo(7);
    assertThat(found.size()).isCloseTo((7 - 17 / 7.0) / 2, within(1e-12));
    assertThat(found.within()).isCloseTo(0.75, within(1e-12));
    assertThat(found.one().orElseThrow().value()).isBetween(0.9, 1.0);
  }

  @Test
  void tablesThatAreNoTablesAreBugs() {
    assertThatThrownBy(() -> TwoWay.of(table(new double[] {1, 2}, new double[] {1})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OneWay.of(table(new double[] {1, Double.NaN})))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void coefficientsLieWithinTheirIntervalsAndDoNotDependOnTheUnit(
      @ForAll @IntRange(min = 2, max = 12) int samples,
      @ForAll @IntRange(min = 2, max = 6) int raters,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<double[]> table = new ArrayList<>();
    List<double[]> scaled = new ArrayList<>();
    for (int sample = 0; sample < samples; sample++) {
      double true_ = random.nextGaussian();
      double[] row = random.doubles(raters).map(noise -> true_ + noise).toArray();
      table.add(row);
      scaled.add(Arrays.stream(row).map(value -> 100 - 7 * value).toArray());
    }
    Reliability agreement = TwoWay.of(table).agreement().orElseThrow();
    for (Reliability each :
        List.of(
            OneWay.of(table).one().orElseThrow(),
            OneWay.of(table).mean().orElseThrow(),
            TwoWay.of(table).consistency().orElseThrow(),
            agreement)) {
      assertThat(each.finite()).isTrue();
      assertThat(each.value()).isLessThanOrEqualTo(1);
      // The interval of ICC(2,1) is approximate: below 0 its degrees of freedom fall under 1, and
      // it
      // need not hold the value.
      if (!each.equals(agreement) || each.value() >= 0) {
        assertThat(each.lower()).isLessThanOrEqualTo(each.value());
        assertThat(each.upper()).isGreaterThanOrEqualTo(each.value());
      }
    }
    assertThat(TwoWay.of(scaled).agreement().orElseThrow().value())
        .isCloseTo(TwoWay.of(table).agreement().orElseThrow().value(), within(1e-7));
  }
}
