package io.fairlead.methods.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.scorecard.Card.Measure;
import io.fairlead.methods.scorecard.Card.Objective;
import io.fairlead.methods.scorecard.Card.Perspective;
import io.fairlead.methods.scorecard.CardComparison.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CardTest {

  private static Measure scored(String id, double weight, double score) {
    return new Measure(id, weight, false, OptionalDouble.of(score));
  }

  private static Measure silent(String id, double weight) {
    return new Measure(id, weight, true, OptionalDouble.empty());
  }

  private static final Card CARD =
      new Card(
          List.of(
              new Perspective(
                  "finance",
                  0.4,
                  List.of(
                      new Objective(
                          "grow", 3, List.of(scored("revenue", 2, 0.9), silent("arr", 1))),
                      new Objective("save", 1, List.of(scored("cost", 1, 0.5))))),
              new Perspective(
                  "customers",
                  0.3,
                  List.of(new Objective("delight", 1, List.of(scored("nps", 1, 1.2))))),
              new Perspective("learning", 0.3, List.of(new Objective("learn", 1, List.of())))));

  @Test
  void aCardIsTheWeightedMeanOfWhatHasDataAndSaysHowMuchThatIs() {
    CardScore score = CardScore.of(CARD);
    close(of(score.objectives(), "grow"), 0.9, 2 / 3.0);
    close(of(score.perspectives(), "finance"), (3 * 0.9 + 0.5) / 4, (3 * 2 / 3.0 + 1) / 4);
    close(of(score.perspectives(), "customers"), 1.2, 1);
    assertThat(of(score.perspectives(), "learning")).isEqualTo(Score.NONE);
    close(score.card(), (0.4 * 0.8 + 0.3 * 1.2) / 0.7, 0.4 * 0.75 + 0.3);
  }

  private static <T> T of(Map<String, T> parts, String id) {
    return Objects.requireNonNull(parts.get(id));
  }

  private static void close(Score score, double value, double coverage) {
    assertThat(score.value().orElseThrow()).isCloseTo(value, within(1e-12));
    assertThat(score.coverage()).isCloseTo(coverage, within(1e-12));
  }

  @Test
  void anEmptyCardAndWeightsOfZeroHaveNoScore() {
    assertThat(CardScore.of(new Card(List.of())).card()).isEqualTo(Score.NONE);
    Card weightless =
        new Card(
            List.of(
                new Perspective(
                    "p", 0, List.of(new Objective("o", 0, List.of(scored("m", 0, 1)))))));
    assertThat(CardScore.of(weightless).card()).isEqualTo(Score.NONE);
    assertThat(CardReport.of(weightless).sumsToOne()).isFalse();
    assertThatThrownBy(() -> scored("m", -1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scored("m", Double.POSITIVE_INFINITY, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReportNamesWhatTheCardLacks() {
    CardReport report = CardReport.of(CARD);
    assertThat(report.measures()).isEqualTo(4);
    assertThat(report.leading()).isEqualTo(1);
    assertThat(report.sumsToOne()).isTrue();
    assertThat(report.unmeasured()).containsExactly("learn");
    assertThat(report.emptyPerspectives()).isEmpty();
    assertThat(report.heavyMeasures()).isEmpty();

    Card lopsided =
        new Card(
            List.of(
                new Perspective(
                    "finance", 0.8, List.of(new Objective("grow", 1, List.of(silent("a", 1))))),
                new Perspective(
                    "people", 0.05, List.of(new Objective("learn", 1, List.of(silent("a", 1))))),
                new Perspective("customers", 0.1, List.of())));
    CardReport found = CardReport.of(lopsided);
    assertThat(found.weightSum()).isCloseTo(0.95, within(1e-12));
    assertThat(found.sumsToOne()).isFalse();
    assertThat(found.emptyPerspectives()).containsExactly("customers");
    assertThat(found.heavyPerspectives()).containsExactly("finance");
    assertThat(found.lightPerspectives()).containsExactly("people");
    assertThat(found.measures()).as("the same measure twice is one measure").isEqualTo(1);
    assertThat(found.heavyMeasures()).containsExactly("a");
  }

  @Test
  void twoPeriodsAreComparedAlsoWhereSomethingCameOrWent() {
    Card before =
        new Card(
            List.of(
                new Perspective(
                    "finance",
                    1,
                    List.of(
                        new Objective("grow", 1, List.of(scored("revenue", 1, 1.0))),
                        new Objective("old", 1, List.of(scored("x", 1, 0.2)))))));
    CardComparison comparison = CardComparison.of(CardScore.of(before), CardScore.of(CARD));
    assertThat(of(comparison.objectives(), "grow").by().orElseThrow())
        .isCloseTo(-0.1, within(1e-12));
    assertThat(of(comparison.objectives(), "old").by()).isEmpty();
    assertThat(of(comparison.objectives(), "save"))
        .isEqualTo(new Change(Score.NONE, Score.of(OptionalDouble.of(0.5))));
    assertThat(comparison.objectives().keySet())
        .containsExactly("grow", "save", "delight", "learn", "old");
    assertThat(comparison.losses()).containsExactly("grow");
  }

  @Property
  void aScoreLiesBetweenItsPartsAndDependsNeitherOnTheirOrderNorOnTheScaleOfWeights(
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Measure> measures = new ArrayList<>();
    List<Measure> heavier = new ArrayList<>();
    double lowest = Double.MAX_VALUE;
    double highest = 0;
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      double weight = 0.1 + random.nextDouble();
      double score = 1.2 * random.nextDouble();
      lowest = Math.min(lowest, score);
      highest = Math.max(highest, score);
      measures.add(scored("m" + i, weight, score));
      heavier.add(scored("m" + i, weight * 1e306, score));
    }
    Collections.shuffle(heavier, random);
    double one = scoreOf(measures);
    assertThat(one).isBetween(lowest - 1e-12, highest + 1e-12);
    assertThat(scoreOf(heavier)).isCloseTo(one, within(1e-9));
    measures.add(silent("no data", 5));
    assertThat(scoreOf(measures)).isEqualTo(one, within(1e-9));
  }

  private static double scoreOf(List<Measure> measures) {
    Card card =
        new Card(List.of(new Perspective("p", 1, List.of(new Objective("o", 1, measures)))));
    return CardScore.of(card).card().value().orElseThrow();
  }
}
