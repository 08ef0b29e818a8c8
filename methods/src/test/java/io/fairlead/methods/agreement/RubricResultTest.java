package io.fairlead.methods.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// In these tests 0 stands for "cannot judge".
class RubricResultTest {
  private static RubricMarks marks(int... marks) {
    return new RubricMarks(
        Arrays.stream(marks)
            .mapToObj(mark -> mark == 0 ? OptionalInt.empty() : OptionalInt.of(mark))
            .toList());
  }

  private static double value(List<List<RubricMarks>> samples) {
    return RubricResult.of(samples, 5).value().orElseThrow().mean();
  }

  @Test
  void aScoreIsTheMeanOfWhatCouldBeJudgedIfThatIsAtLeastHalf() {
    assertThat(marks(4, 5, 0, 3).score()).hasValue(4);
    assertThat(marks(4, 2, 0, 0).score()).hasValue(3);
    assertThat(marks(4, 0, 0, 0).score()).isEmpty();
    assertThat(marks(0, 0, 0, 0).score()).isEmpty();
    assertThat(marks(5, 5, 0, 0, 0).score()).isEmpty();
  }

  @Test
  void everySampleCountsOnceHoweverManyScoredIt() {
    List<RubricMarks> three = List.of(marks(2, 2), marks(2, 2), marks(2, 2));
    assertThat(value(List.of(three, List.of(marks(4, 4))))).isEqualTo(3);
    assertThat(value(List.of(List.of(marks(4, 4), marks(2, 2)), List.of(marks(5, 5)))))
        .isEqualTo(4);
  }

  @Test
  void whatCannotBeJudgedIsNeverAZero() {
    List<RubricMarks> whole = List.of(marks(4, 4, 4, 4), marks(4, 4, 4, 4));
    List<RubricMarks> holes = List.of(marks(4, 0, 4, 0), marks(0, 4, 4, 4));
    assertThat(value(List.of(holes))).isEqualTo(value(List.of(whole)));
    RubricResult without =
        RubricResult.of(List.of(List.of(marks(1, 0, 0, 0), marks(4, 4, 4, 4))), 5);
    assertThat(without.value().orElseThrow().mean()).isEqualTo(4);
    assertThat(without.scores()).isEqualTo(1);
    assertThat(without.left()).isEqualTo(1);
  }

  @Test
  void withoutScoresThereIsNoValueAndTheStatusSaysWhy() {
    RubricResult none = RubricResult.of(List.of(List.of(), List.of(marks(0, 0))), 5);
    assertThat(none.value()).isEmpty();
    assertThat(none.samples()).isZero();
    assertThat(none.reliability().status()).isEqualTo(AgreementStatus.TOO_FEW);
    assertThat(none.meanWithin()).isEmpty();
    assertThat(none.medianWithin()).isEmpty();
    assertThat(none.distance()).isEmpty();
  }

  @Test
  void reliabilityIsThatOfTheScoresOfSamplesWithTwo() {
    List<List<RubricMarks>> samples =
        List.of(
            List.of(marks(1, 1), marks(2, 2)),
            List.of(marks(3, 3), marks(3, 3)),
            List.of(marks(5, 5), marks(4, 4)),
            List.of(marks(5, 5)));
    OneWay same = OneWay.of(List.of(new double[] {1, 2}, new double[] {3, 3}, new double[] {5, 4}));
    OneWay found = RubricResult.of(samples, 5).reliability();
    assertThat(found).isEqualTo(same);
    assertThat(found.samples()).isEqualTo(3);
    assertThat(RubricResult.of(samples, 5).status()).isEqualTo(AgreementStatus.TOO_FEW);
    List<List<RubricMarks>> more = new ArrayList<>(samples);
    more.addAll(samples);
    assertThat(RubricResult.of(more, 5).status()).isEqualTo(AgreementStatus.OK);
    assertThat(RubricResult.of(Collections.nCopies(5, samples.get(1)), 5).status())
        .isEqualTo(AgreementStatus.ZERO_VARIANCE);
  }

  @Test
  void agreementWithinASampleTakesThreeRatersAndHalfOfItsItems() {
    List<RubricMarks> agreed = List.of(marks(4, 5, 3), marks(4, 5, 3), marks(4, 5, 3));
    List<RubricMarks> camps = List.of(marks(1, 1, 1), marks(5, 5, 5), marks(1, 5, 1));
    List<RubricMarks> two = List.of(marks(4, 4, 4), marks(4, 4, 4));
    List<RubricMarks> holes = List.of(marks(4, 4, 0), marks(4, 0, 4), marks(4, 0, 0));
    RubricResult result = RubricResult.of(List.of(agreed, camps, two, holes), 5);
    assertThat(result.within()).hasSize(2).first().isEqualTo(1.0);
    assertThat(result.within().getLast()).isZero();
    assertThat(result.meanWithin()).hasValue(0.5);
    assertThat(result.medianWithin()).hasValue(0.5);
    assertThat(result.distance().orElseThrow()).isCloseTo(16 / 9.0 / 2, within(1e-12));
    assertThat(result.cutOff()).isEqualTo(5 / 6.0);
  }

  @Test
  void theOrderOfSamplesAndRatersMeansNothing() {
    Random random = new Random(7);
    List<List<RubricMarks>> samples = new ArrayList<>();
    for (int sample = 0; sample < 12; sample++) {
      List<RubricMarks> raters = new ArrayList<>();
      for (int rater = 0; rater < 2 + random.nextInt(3); rater++) {
        raters.add(marks(random.ints(6, 0, 6).toArray()));
      }
      samples.add(raters);
    }
    RubricResult before = RubricResult.of(samples, 5);
    samples.forEach(raters -> Collections.shuffle(raters, random));
    Collections.shuffle(samples, random);
    RubricResult after = RubricResult.of(samples, 5);
    assertThat(after.value().orElseThrow().mean())
        .isCloseTo(before.value().orElseThrow().mean(), within(1e-9))
        .isBetween(1.0, 5.0);
    assertThat(after.reliability().one().orElseThrow().value())
        .isCloseTo(before.reliability().one().orElseThrow().value(), within(1e-9));
    assertThat(after.scores() + after.left()).isEqualTo(before.scores() + before.left());
  }

  @Test
  void marksOffTheScaleAndMixedRubricsAreRefused() {
    for (int[] wrong : new int[][] {{6, 1}, {-1, 1}}) {
      assertThatThrownBy(() -> RubricResult.of(List.of(List.of(marks(wrong))), 5))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> RubricResult.of(List.of(List.of(marks(1, 2), marks(1, 2, 3))), 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RubricMarks(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
