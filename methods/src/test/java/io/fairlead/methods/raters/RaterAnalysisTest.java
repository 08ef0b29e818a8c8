package io.fairlead.methods.raters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.agreement.RatingColumns;
import io.fairlead.methods.agreement.RatingFile;
import io.fairlead.methods.raters.RaterAnalysis.Named;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RaterAnalysisTest {
  /// Bo is lenient, Cy strict; a year's ratings of three by three raters.
  private static final String CROSSED =
      """
      rater,ratee,rating,level,hours
      Bo,Ada,5,senior,3
      Bo,Ed,4,junior,1
      Bo,Flo,4,senior,2
      Cy,Ada,3,senior,4
      Cy,Ed,1,junior,1
      Cy,Flo,2,senior,5
      Di,Ada,4,senior,2
      Di,Ed,3,junior,6
      Di,Flo,2,senior,3
      """;

  private static final String NESTED =
      "rater,ratee,rating\nBo,Ada,5\nBo,Ed,4\nCy,Flo,2\nCy,Gus,1\nCy,Hal,2\n";

  private static RaterQuestion question(String text, String item, String... fixed) {
    RatingFile file =
        RatingFile.parseLong(text, new RatingColumns("", "", "", item, List.of(fixed)));
    assertThat(file.problems()).isEmpty();
    return new RaterQuestion(file, List.of(fixed), Set.of(), 1);
  }

  private static RaterAnalysis analysed(RaterAnswer<RaterAnalysis> answer) {
    return switch (answer) {
      case RaterAnswer.Analysed<RaterAnalysis>(RaterAnalysis analysis) -> analysis;
      case RaterAnswer.Refused<RaterAnalysis>(String reason) -> throw new AssertionError(reason);
    };
  }

  private static RaterAnalysis mixed(String text, String... fixed) {
    return analysed(MixedAnalysis.of(question(text, "", fixed)));
  }

  @Test
  void aStrictRaterIsBelowZeroAndTheirRateesAreRaised() {
    RaterAnalysis found = mixed(CROSSED);
    assertThat(found.status()).isEqualTo(RaterStatus.OK);
    assertThat(found.components()).isEqualTo(1);
    assertThat(found.notes()).isEmpty();
    assertThat(found.raters().get(1).id()).isEqualTo("Cy");
    assertThat(found.raters().get(1).severity().orElseThrow().value()).isNegative();
    assertThat(found.raters().getFirst().severity().orElseThrow().value()).isPositive();
    String lonely = CROSSED + "Cy,Ike,3,senior,1\n";
    RaterAnalysis.Ratee ike = mixed(lonely).ratees().getLast();
    assertThat(ike.adjusted()).isGreaterThan(ike.raw());
    assertThat(ike.lower().orElseThrow()).isLessThan(ike.adjusted());
  }

  @Test
  void fixedEffectsAreSlopesAndTreatmentContrasts() {
    RaterAnalysis found = mixed(CROSSED, "hours", "level");
    assertThat(found.fixed())
        .extracting(Named::name)
        .containsExactly("intercept", "hours", "level:senior");
    RaterQuestion plain = question(CROSSED, "", "hours");
    assertThat(
            analysed(
                    MixedAnalysis.of(
                        new RaterQuestion(plain.file(), plain.fixed(), Set.of("hours"), 1)))
                .fixed())
        .extracting(Named::name)
        .containsExactly("intercept", "hours:2", "hours:3", "hours:4", "hours:5", "hours:6");
    String longer =
        "rater,ratee,item,rating\nBo,Ada,1,5\nBo,Ada,2,4\nBo,Ed,1,3\nBo,Ed,2,3\nCy,Ada,1,4\nCy,Ada,2,2\nCy,Ed,1,3\nCy,Ed,2,1\n";
    assertThat(analysed(MixedAnalysis.of(question(longer, "item"))).fixed())
        .extracting(Named::name)
        .containsExactly("intercept", "item:2");
  }

  @Test
  void oneRaterARateeIsNotIdentifiedAndNothingIsAdjusted() {
    for (RaterAnalysis found :
        List.of(mixed(NESTED), analysed(RaschAnalysis.of(question(NESTED, ""))))) {
      assertThat(found.status()).isEqualTo(RaterStatus.NOT_IDENTIFIED);
      assertThat(found.components()).isEqualTo(2);
      assertThat(found.notes().getFirst()).contains("this team differs; it may be real");
      assertThat(found.raters()).allSatisfy(rater -> assertThat(rater.severity()).isEmpty());
      assertThat(found.ratees())
          .allSatisfy(ratee -> assertThat(ratee.adjusted()).isEqualTo(ratee.raw()));
      assertThat(found.ofRaters()).isEmpty();
    }
    RaterAnalysis found = mixed(NESTED);
    assertThat(found.notes().getLast()).contains("0.52");
    double spread = Math.sqrt(2.7);
    assertThat(found.ratees().getFirst().upper().orElseThrow())
        .isCloseTo(5 + 1.959964 * spread * Math.sqrt(0.48), within(1e-6));
  }

  @Test
  void networksAreComparedWithinThemselvesOnly() {
    String apart =
        CROSSED
            + "Xi,Pat,1,junior,1\nXi,Quy,3,junior,2\nYo,Pat,1,junior,3\nYo,Quy,2,junior,4\nZed,Rob,4,junior,1\n";
    RaterAnalysis found = mixed(apart);
    assertThat(found.status()).isEqualTo(RaterStatus.NOT_IDENTIFIED);
    assertThat(found.components()).isEqualTo(3);
    assertThat(found.notes().getFirst()).contains("3 networks");
    assertThat(found.fixed()).extracting(Named::name).containsExactly("intercept", "component:2");
    assertThat(found.raters().getLast().severity()).isEmpty();
    assertThat(found.ratees().getLast().adjusted()).isEqualTo(4);
    assertThat(found.ratees().getLast().component()).isEqualTo(3);
    // The level of a network is its own: its ratees are not drawn to those of the other.
    double first =
        found.ratees().stream()
            .filter(ratee -> ratee.component() == 2)
            .mapToDouble(RaterAnalysis.Ratee::adjusted)
            .average()
            .orElseThrow();
    assertThat(first).isCloseTo(1.75, within(0.01));
    assertThat(analysed(RaschAnalysis.of(question(apart, ""))).status())
        .isIn(RaterStatus.NOT_IDENTIFIED, RaterStatus.NOT_CONVERGED);
  }

  @Test
  void ratersOfOneRateeEachCannotBeCompared() {
    RaterAnalysis found = mixed("rater,ratee,rating\nBo,Ada,5\nCy,Ada,4\nDi,Ed,2\nEm,Ed,1\n");
    assertThat(found.status()).isEqualTo(RaterStatus.NOT_IDENTIFIED);
    assertThat(found.notes().getFirst()).contains("No two raters share ratees");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rating", "constant", "level,level2", "each"})
  void fixedEffectsThatSayNothingNewAreRefused(String names) {
    String text =
        """
        rater,ratee,rating,constant,level,level2,each
        Bo,Ada,5,x,a,c,1a
        Bo,Ed,4,x,b,d,2b
        Cy,Ada,3,x,b,d,3c
        Cy,Ed,1,x,a,c,4d
        """;
    String[] fixed =
        names.equals("rating") ? new String[] {"each", "constant"} : names.split(",", -1);
    assertThat(MixedAnalysis.of(question(text, "", fixed)))
        .isInstanceOfSatisfying(
            RaterAnswer.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .matches(".*(says nothing|as many fixed effects as ratings).*"));
  }

  @Test
  void ratingsWithoutACellOfAFixedEffectAreLeftOut() {
    RaterAnalysis found = mixed(CROSSED + "Di,Gil,5,senior,\n", "hours");
    assertThat(mixed(CROSSED + "Di,Gil,5,senior,n/a\n", "hours").ratees()).hasSize(3);
    assertThat(MixedAnalysis.of(question(CROSSED + "Di,Gil,5,senior,NaN\n", "", "hours")))
        .isEqualTo(new RaterAnswer.Refused<RaterAnalysis>("hours has “NaN”, which is no value"));
    assertThat(found.notes().getFirst()).contains("1 ratings without a cell in hours");
    assertThat(found.ratees()).hasSize(3);
    assertThat(found.components()).isEqualTo(1);
    assertThat(found.status()).isEqualTo(RaterStatus.OK);
  }

  @Test
  void theRaschModelTakesWholeNumbers() {
    assertThat(RaschAnalysis.of(question("rater,ratee,rating\nBo,Ada,4.5\nCy,Ada,3\n", "")))
        .isEqualTo(
            new RaterAnswer.Refused<>(
                "the Rasch model takes whole numbers; row 2 has the rating 4.5"));
  }

  @Test
  void aFairAverageAllowsForSeverity() {
    RaterAnalysis found =
        analysed(
            RaschAnalysis.of(
                question(
                    """
                    rater,ratee,rating
                    Bo,Ada,5
                    Bo,Ed,3
                    Bo,Flo,4
                    Bo,Gus,2
                    Cy,Ada,3
                    Cy,Ed,2
                    Cy,Flo,1
                    Cy,Gus,3
                    Di,Ada,3
                    Di,Ed,4
                    Di,Flo,2
                    Di,Gus,4
                    Cy,Ike,2
                    Cy,Ike,3
                    """,
                    "")));
    assertThat(found.status()).isEqualTo(RaterStatus.OK);
    RaterAnalysis.Ratee ike = found.ratees().getLast();
    assertThat(ike.adjusted()).isGreaterThan(ike.raw());
    assertThat(ike.lower().orElseThrow()).isLessThan(ike.adjusted());
    assertThat(ike.upper().orElseThrow()).isGreaterThan(ike.adjusted()).isLessThan(5);
    assertThat(found.criterion().orElseThrow()).isPositive();
    assertThat(found.residual()).isEmpty();
  }

  /// A panel of three judges and four people, and a team with one rater of its own.
  @Test
  void theRaschModelAdjustsNobodyWhoHasOneRaterApart() {
    String text =
        """
        rater,ratee,rating
        Bo,Ada,3
        Bo,Ed,2
        Bo,Flo,3
        Bo,Gus,1
        Cy,Ada,2
        Cy,Ed,1
        Cy,Flo,1
        Cy,Gus,2
        Di,Ada,2
        Di,Ed,3
        Di,Flo,1
        Di,Gus,3
        Xi,Pat,1
        Xi,Pat,2
        Xi,Quy,3
        Xi,Quy,2
        """;
    RaterAnalysis found = analysed(RaschAnalysis.of(question(text, "")));
    assertThat(found.status()).isEqualTo(RaterStatus.NOT_IDENTIFIED);
    assertThat(found.raters().getFirst().severity()).isPresent();
    assertThat(found.raters().getLast().severity()).isEmpty();
    assertThat(found.ratees().getLast().adjusted()).isEqualTo(2.5);
    assertThat(found.ratees().getLast().lower()).isEmpty();
  }

  @Test
  void veryManyNetworksShareOneMeanAndVeryManyValuesAreRefused() {
    var text = new StringBuilder("rater,ratee,rating,code\n");
    for (int network = 0; network < 1_500; network++) {
      for (int each = 0; each < 12; each++) {
        text.append(
            "R%d-%d,E%d-%d,%d,c%d%n"
                .formatted(
                    network,
                    each % 3,
                    network,
                    each / 3,
                    1 + (network + each * each + each / 5) % 5,
                    network * 12 + each / 2));
      }
    }
    RaterAnalysis found = mixed(text.toString());
    assertThat(found.components()).isEqualTo(1_500);
    assertThat(found.status()).isEqualTo(RaterStatus.NOT_IDENTIFIED);
    assertThat(found.notes()).anyMatch(note -> note.contains("all share one"));
    assertThat(MixedAnalysis.of(question(text.toString(), "", "code")))
        .isEqualTo(
            new RaterAnswer.Refused<RaterAnalysis>(
                "code has 9,000 values, more than can be told apart"));
  }
}
