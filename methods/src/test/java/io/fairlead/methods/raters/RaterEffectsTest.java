package io.fairlead.methods.raters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.agreement.RatingColumns;
import io.fairlead.methods.agreement.RatingFile;
import io.fairlead.methods.raters.RaterEffects.Flag;
import io.fairlead.methods.raters.RaterEffects.Line;
import io.fairlead.methods.raters.RaterEffectsAnalysis.Places;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RaterEffectsTest {
  /// Worked out in R from the formula, for 0.5, 0.3 and 0.4 of 103.
  private static final double STEIGER = 2.0660977919;

  private static final List<String> EXTRA = List.of("alike", "late", "early");

  private static RaterAnswer<RaterEffects> asked(String text, String item, boolean hasExtra) {
    RatingFile file =
        RatingFile.parseLong(
            text, new RatingColumns("", "", "", item, hasExtra ? EXTRA : List.of()));
    assertThat(file.problems()).isEmpty();
    return RaterEffectsAnalysis.of(
        file,
        hasExtra
            ? new Places(Optional.of(0), Optional.of(new Places.Events(1, 2)))
            : new Places(Optional.empty(), Optional.empty()));
  }

  private static RaterEffects effects(String text, String item, boolean hasExtra) {
    return switch (asked(text, item, hasExtra)) {
      case RaterAnswer.Analysed<RaterEffects>(RaterEffects found) -> found;
      case RaterAnswer.Refused<RaterEffects>(String reason) -> throw new AssertionError(reason);
    };
  }

  /// Ten raters of all of forty ratees; the last looks at recent events only, the first likes those
  /// who are like them.
  private static String company(long seed) {
    Random random = new Random(seed);
    var text = new StringBuilder("rater,ratee,rating,alike,late,early\n");
    for (int ratee = 0; ratee < 40; ratee++) {
      double late = random.nextGaussian();
      double early = random.nextGaussian();
      for (int rater = 0; rater < 10; rater++) {
        int alike = random.nextInt(2);
        double merit = rater == 9 ? 1.2 * late : 0.6 * late + 0.6 * early;
        double rating = 3 + merit + 0.6 * alike + 0.5 * random.nextGaussian();
        text.append(
            String.format(
                Locale.ROOT,
                "R%d,E%d,%.3f,%d,%.3f,%.3f%n",
                rater,
                ratee,
                rating,
                alike,
                late,
                early));
      }
    }
    return text.toString();
  }

  @Test
  void whoLooksAtTheLastQuarterOnlyIsFoundAndAlikenessHasItsEffect() {
    RaterEffects found = effects(company(8), "", true);
    assertThat(found.raters().getLast().flags()).containsExactly(Flag.RECENT);
    assertThat(found.raters().getFirst().flags()).doesNotContain(Flag.RECENT);
    assertThat(found.recency()).isPresent();
    RaterEffects.Similarity similarity = found.similarity().orElseThrow();
    assertThat(similarity.effect().value()).isCloseTo(0.6, within(0.12));
    assertThat(similarity.stands()).isTrue();
    assertThat(similarity.degrees()).isEqualTo(400 - 10 - 40 + 1 - 1);
    // Ratings that are no whole numbers have no infit, and without items there is no halo.
    assertThat(found.raters())
        .allSatisfy(line -> {
          assertThat(line.infit()).isEmpty();
          assertThat(line.withinRatees()).isEmpty();
          assertThat(line.severity()).isPresent();
        });
  }

  @Test
  void whereRatersShareNobodySeverityIsNotTold() {
    RaterEffects found =
        effects("rater,ratee,rating\nBo,Ada,5\nBo,Ed,4\nCy,Flo,2\nCy,Gus,1\n", "", false);
    assertThat(found.raters())
        .allSatisfy(line -> {
          assertThat(line.severity()).isEmpty();
          assertThat(line.sharedRatees()).isZero();
          assertThat(line.flags()).isEmpty();
        });
    assertThat(found.similarity()).isEmpty();
  }

  @Test
  void alikenessThatGoesWithTheRateeAloneHasNoEffect() {
    String text =
        """
        rater,ratee,rating,alike,late,early
        Bo,Ada,5,1,,
        Bo,Ed,4,0,,
        Bo,Flo,2,0,,
        Cy,Ada,4,1,,
        Cy,Ed,1,0,,
        Cy,Flo,2,0,,
        """;
    assertThat(effects(text, "", true).similarity()).isEmpty();
    assertThat(effects(text, "", true).recency()).isEmpty();
  }

  @Test
  void sameRatingsThroughoutHaveNoSpreadAndNoFlag() {
    var text = new StringBuilder("rater,ratee,rating\n");
    for (int at = 0; at < 12; at++) {
      text.append("R%d,E%d,3%n".formatted(at % 3, at / 3));
    }
    for (Line line : effects(text.toString(), "", false).raters()) {
      assertThat(line.spread()).isEmpty();
      assertThat(line.deviation()).hasValue(0);
      assertThat(line.flags()).isEmpty();
    }
  }

  @Test
  void wordsWhereNumbersBelongAreRefusedByRow() {
    assertThat(
            asked(
                "rater,ratee,rating,alike,late,early\nBo,Ada,5,yes,1,2\nCy,Ada,4,1,1,2\n",
                "",
                true))
        .isEqualTo(
            new RaterAnswer.Refused<RaterEffects>(
                "columns of alikeness and events hold numbers; row 2 has “yes”"));
  }

  @Test
  void oneRatingAtAllIsDescribed() {
    Line line = effects("rater,ratee,rating\nBo,Ada,5\n", "", false).raters().getFirst();
    assertThat(line.mean()).isEqualTo(5);
    assertThat(line.deviation()).isEmpty();
    assertThat(line.left()).hasValue(0);
  }

  /// p.adjust(…, "BH") of R, for the example of Benjamini and Hochberg (1995).
  @Test
  void falseAlarmsAreHeldToTheirShare() {
    double[] adjusted =
        FalseDiscoveries.adjusted(
            new double[] {
              0.0298, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0344, 0.0459, 0.3240,
              0.4262, 0.5719, 0.6528, 0.7590, 1.0
            });
    assertThat(adjusted[1]).isCloseTo(0.0015, within(1e-12));
    assertThat(adjusted[4]).isCloseTo(0.035625, within(1e-12));
    assertThat(adjusted[5]).isCloseTo(0.06030, within(1e-12));
    assertThat(adjusted[0]).isCloseTo(0.06385714, within(1e-8));
    assertThat(adjusted[14]).isEqualTo(1);
    assertThat(FalseDiscoveries.adjusted(new double[0])).isEmpty();
  }

  @Test
  void steigersStatisticIsItsFormulaAndKeepsItsLevel() {
    assertThat(DependentCorrelations.of(0.5, 0.3, 0.4, 103).z()).isCloseTo(STEIGER, within(1e-9));
    assertThat(DependentCorrelations.of(0.3, 0.5, 0.4, 103).z()).isCloseTo(-STEIGER, within(1e-9));
    assertThat(DependentCorrelations.of(0.3, 0.3, 0.4, 103).chance()).isCloseTo(1, within(1e-12));
    Random random = new Random(3);
    int raised = 0;
    int rounds = 2_000;
    for (int round = 0; round < rounds; round++) {
      int pairs = 40;
      double[] rating = new double[pairs];
      double[] late = new double[pairs];
      double[] early = new double[pairs];
      for (int at = 0; at < pairs; at++) {
        double common = random.nextGaussian();
        late[at] = common + random.nextGaussian();
        early[at] = common + random.nextGaussian();
        rating[at] = late[at] + early[at] + 2 * random.nextGaussian();
      }
      double chance =
          DependentCorrelations.of(
                  ScaleUse.correlation(rating, late).orElseThrow(),
                  ScaleUse.correlation(rating, early).orElseThrow(),
                  ScaleUse.correlation(late, early).orElseThrow(),
                  pairs)
              .chance();
      raised += chance < 0.05 ? 1 : 0;
    }
    // Four standard errors of a share of 5 % in so many rounds.
    assertThat(raised / (double) rounds).isCloseTo(0.05, within(0.0195));
  }
}
