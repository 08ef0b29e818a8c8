package io.fairlead.methods.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.agreement.Kappa.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

class KappaTest {
  /// Cohen (1968): 200 cases, three diagnoses, and how much each confusion weighs.
  private static final int[][] DIAGNOSES = {{88, 10, 2}, {14, 40, 6}, {18, 10, 12}};

  private static final double[][] WORSE = {{0, 1, 3}, {1, 0, 6}, {3, 6, 0}};

  /// Fleiss (1971) as commonly shown: 10 subjects, 14 judges, 5 categories.
  private static final List<int[]> FOURTEEN_JUDGES =
      List.of(
          new int[] {0, 0, 0, 0, 14},
          new int[] {0, 2, 6, 4, 2},
          new int[] {0, 0, 3, 5, 6},
          new int[] {0, 3, 9, 2, 0},
          new int[] {2, 2, 8, 1, 1},
          new int[] {7, 7, 0, 0, 0},
          new int[] {3, 2, 6, 3, 0},
          new int[] {2, 5, 3, 2, 2},
          new int[] {6, 5, 2, 1, 0},
          new int[] {0, 2, 2, 3, 7});

  @Test
  void thePublishedFiguresOfTwoJudges() {
    var plain = Kappa.cohen(new int[][] {{20, 5}, {10, 15}}, Weight.SAME);
    assertThat(plain.kappa().orElseThrow()).isCloseTo(0.4, within(1e-12));
    assertThat(plain.observed()).isCloseTo(0.7, within(1e-12));
    assertThat(plain.expected()).isCloseTo(0.5, within(1e-12));
    var three = Kappa.cohen(DIAGNOSES, Weight.SAME);
    assertThat(three.kappa().orElseThrow()).isCloseTo(0.49153, within(5e-6));
    // As R's psych::cohen.kappa has it.
    assertThat(three.interval().orElseThrow().lower()).isCloseTo(0.39156, within(5e-6));
    assertThat(three.interval().orElseThrow().upper()).isCloseTo(0.59149, within(5e-6));
    var weighed = Kappa.cohen(DIAGNOSES, (one, other, _) -> 1 - WORSE[one][other] / 6);
    assertThat(weighed.kappa().orElseThrow()).isCloseTo(0.34783, within(5e-6));
  }

  @Test
  void thePublishedFigureOfManyJudges() {
    var found = Kappa.fleiss(FOURTEEN_JUDGES);
    assertThat(found.kappa().orElseThrow()).isCloseTo(0.210, within(0.0005));
    assertThat(found.observed()).isCloseTo(0.378, within(0.0005));
    assertThat(found.expected()).isCloseTo(0.213, within(0.0005));
    assertThat(found.interval().orElseThrow().lower()).isBetween(-0.05, 0.1);
    assertThat(found.interval().orElseThrow().upper()).isBetween(0.35, 0.5);
  }

  @Test
  void withTwoCategoriesWeightsDoNotMatter() {
    int[][] counts = {{30, 4}, {7, 9}};
    Kappa plain = Kappa.cohen(counts, Weight.SAME);
    assertThat(Kappa.cohen(counts, Weight.LINEAR)).isEqualTo(plain);
    assertThat(Kappa.cohen(counts, Weight.QUADRATIC)).isEqualTo(plain);
  }

  @Test
  void confusionsOfNeighboursCostLessWhereCategoriesAreOrdered() {
    int[][] counts = {{10, 5, 0}, {5, 10, 5}, {0, 5, 10}};
    double plain = Kappa.cohen(counts, Weight.SAME).kappa().orElseThrow();
    double linear = Kappa.cohen(counts, Weight.LINEAR).kappa().orElseThrow();
    double quadratic = Kappa.cohen(counts, Weight.QUADRATIC).kappa().orElseThrow();
    assertThat(linear).isGreaterThan(plain);
    assertThat(quadratic).isGreaterThan(linear);
  }

  @Test
  void oneCategoryIsNoAgreementAtAll() {
    assertThat(Kappa.cohen(new int[][] {{9, 0}, {0, 0}}, Weight.SAME).status())
        .isEqualTo(AgreementStatus.ZERO_VARIANCE);
    assertThat(Kappa.fleiss(List.of(new int[] {3, 0}, new int[] {3, 0})).status())
        .isEqualTo(AgreementStatus.ZERO_VARIANCE);
    assertThat(Kappa.cohen(new int[][] {{0}}, Weight.SAME).status())
        .isEqualTo(AgreementStatus.TOO_FEW);
    assertThat(Kappa.fleiss(List.of()).status()).isEqualTo(AgreementStatus.TOO_FEW);
    assertThat(Kappa.fleiss(List.of(new int[] {1, 0})).status()).isEqualTo(AgreementStatus.TOO_FEW);
  }

  @Test
  void countsThatCannotBeAreBugs() {
    assertThatThrownBy(() -> Kappa.cohen(new int[][] {{1, 2}}, Weight.SAME))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Kappa.fleiss(List.of(new int[] {1, 2}, new int[] {1, 1})))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
