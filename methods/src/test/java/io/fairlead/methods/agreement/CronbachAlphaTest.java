package io.fairlead.methods.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CronbachAlphaTest {

  @Test
  void twoItemsThatSayTheSameAreOne() {
    var found = CronbachAlpha.of(List.of(new double[] {1, 2}, new double[] {3, 4}));
    assertThat(found.alpha()).contains(new Reliability(1, 1, 1));
    assertThat(found.items().getFirst().alphaWithout()).isEmpty();
    assertThat(found.items().getFirst().withOthers()).hasValue(1);
  }

  @Test
  void itemsThatPullApartAreKeptBelowZero() {
    var found =
        CronbachAlpha.of(List.of(new double[] {1, 5}, new double[] {5, 2}, new double[] {2, 3}));
    assertThat(found.alpha().orElseThrow().value()).isLessThan(-1);
  }

  @Test
  void tooFewAndStillAnswersHaveNoFigure() {
    assertThat(CronbachAlpha.of(List.of()).status()).isEqualTo(AgreementStatus.TOO_FEW);
    assertThat(CronbachAlpha.of(List.of(new double[] {1}, new double[] {2})).status())
        .isEqualTo(AgreementStatus.TOO_FEW);
    var same = List.of(new double[] {0.1, 0.2, 0.3}, new double[] {0.1, 0.2, 0.3});
    assertThat(CronbachAlpha.of(same).status()).isEqualTo(AgreementStatus.ZERO_VARIANCE);
    assertThat(CronbachAlpha.of(same).alpha()).isEmpty();
    var mirrored = List.of(new double[] {1, 5}, new double[] {5, 1});
    assertThat(CronbachAlpha.of(mirrored).status()).isEqualTo(AgreementStatus.ZERO_VARIANCE);
  }

  @Test
  void anItemThatNeverMovesHasNoCorrelationAndNoStandardisedAlpha() {
    var found =
        CronbachAlpha.of(
            List.of(new double[] {1, 1, 4}, new double[] {2, 3, 4}, new double[] {5, 4, 4}));
    assertThat(found.status()).isEqualTo(AgreementStatus.OK);
    assertThat(found.standardised()).isEmpty();
    assertThat(found.items().getLast().withOthers()).isEmpty();
    assertThat(found.items().getFirst().withOthers()).isPresent();
  }

  @Test
  void tablesThatAreNoTablesAreBugs() {
    assertThatThrownBy(() -> CronbachAlpha.of(List.of(new double[] {1, 2}, new double[] {1})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> CronbachAlpha.of(List.of(new double[] {1, 2}, new double[] {1, Double.NaN})))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void neitherOrderNorUnitMattersAndItIsTheConsistencyOfTheMean(
      @ForAll @IntRange(min = 3, max = 20) int subjects,
      @ForAll @IntRange(min = 2, max = 6) int items,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<double[]> answers = new ArrayList<>();
    for (int subject = 0; subject < subjects; subject++) {
      double level = random.nextGaussian();
      answers.add(random.doubles(items).map(noise -> level + noise).toArray());
    }
    Reliability alpha = CronbachAlpha.of(answers).alpha().orElseThrow();
    List<double[]> others =
        new ArrayList<>(
            answers.stream()
                .map(row -> Arrays.stream(row).map(it -> 50 + 3 * it).toArray())
                .toList());
    Collections.shuffle(others, random);
    assertThat(CronbachAlpha.of(others).alpha().orElseThrow().value())
        .isCloseTo(alpha.value(), within(1e-8));
    Reliability consistency = TwoWay.of(answers).meanConsistency().orElseThrow();
    assertThat(consistency.value()).isCloseTo(alpha.value(), within(1e-9));
    assertThat(consistency.lower()).isCloseTo(alpha.lower(), within(1e-7));
    assertThat(consistency.upper()).isCloseTo(alpha.upper(), within(1e-7));
  }
}
