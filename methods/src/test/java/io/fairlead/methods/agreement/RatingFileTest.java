package io.fairlead.methods.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.table.TableProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingFileTest {

  private static RatingFile parsed(String text) {
    return RatingFile.parse(text, RatingColumns.usual());
  }

  @Test
  void aLongFileIsFoundByItsHeaders() {
    var file =
        parsed(
            "\uFEFFReviewee;Reviewer;Competency;Score\nAda;Bo;Clear;4,5\nAda;Cy;Clear;3\nEd;Bo;Clear;\n");
    assertThat(file.problems()).isEmpty();
    assertThat(file.isWide()).isFalse();
    assertThat(file.raters()).containsExactly("Bo", "Cy");
    assertThat(file.ratees()).containsExactly("Ada");
    assertThat(file.hasItems()).isTrue();
    assertThat(file.ratings())
        .containsExactly(
            new Rating(2, 0, 0, 0, 4.5, List.of()), new Rating(3, 1, 0, 0, 3, List.of()));
  }

  @Test
  void aWideFileHasAColumnARaterWithOrWithoutNames() {
    var named = parsed("Person,B,C\nAda,4,\nEd,3,n/a\n");
    assertThat(named.isWide()).isTrue();
    assertThat(named.raters()).containsExactly("B", "C");
    assertThat(named.ratees()).containsExactly("Ada", "Ed");
    assertThat(named.ratings()).hasSize(2);
    assertThat(named.hasItems()).isFalse();
    assertThat(parsed("Who,B,C\nAda,4,5\n").ratees()).containsExactly("Ada");
    assertThat(parsed("B,C\n4,5\n3,4\n").ratees()).containsExactly("row 2", "row 3");
  }

  /// Shrout and Fleiss (1979), table 2, as R's `write.csv` has it and as others number its rows.
  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "t", "case", "Name", "Nr."})
  void rowsThatAreNumberedAreNoRatings(String heading) {
    var file =
        parsed(
            heading
                + ",J1,J2,J3,J4\n1,9,2,5,8\n2,6,1,3,2\n3,8,4,6,8\n4,7,1,2,6\n5,10,5,6,9\n6,6,2,4,7\n");
    assertThat(file.raters()).containsExactly("J1", "J2", "J3", "J4");
    assertThat(file.ratees()).containsExactly("1", "2", "3", "4", "5", "6");
    assertThat(file.problems()).extracting(TableProblem::code).containsExactly("row-names");
    assertThat(file.hasErrors()).isFalse();
    var agreed = RatingAgreement.of(file, 10).twoWay().orElseThrow().agreement().orElseThrow();
    assertThat(agreed.value()).isCloseTo(0.2898, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nr,who,B,C\\n0,Ada,4,5\\n1,Ed,3,4\\n2,Flo,2,2     | B C    | 1
          '"",who,B,C\\n7,Ada,4,5\\n9,Ed,3,4'                | B C    | 1
          nr,B,C\\n1,1,5\\n2,2,4\\n3,3,2                     | nr B C | 0
          nr,B,C\\n1,4,5\\n2,3,4                            | nr B C | 0
          nr,B,C\\n3,4,5\\n2,3,4\\n1,2,2                     | nr B C | 0
          nr,B,C\\n1,4,5\\n2,3,4\\n,2,2                      | nr B C | 0
          J1,J2,J3\\n1,4,5\\n2,3,4\\n3,2,2                   | J1 J2 J3 | 1
          a,b,c\\n1,4,5\\n2,3,4\\n3,2,2                      | a b c  | 1
          B,nr,C\\n4,1,5\\n3,2,4\\n2,3,2                     | B nr C | 0
          """)
  void whatMayBeRatingsStays(String text, String raters, int notes) {
    var columns = new RatingColumns("", text.contains("who") ? "who" : "", "", "", List.of());
    var file = RatingFile.parse(text.replace("\\n", "\n"), columns);
    assertThat(file.raters()).containsExactly(raters.split(" "));
    assertThat(file.problems()).hasSize(notes);
    assertThat(file.hasErrors()).isFalse();
    assertThat(file.ratings()).isNotEmpty();
  }

  @Test
  void aColumnThatIsNamedAsTheRateesIsThat() {
    String text = "J1,J2,J3\n1,4,5\n2,3,4\n3,2,2\n";
    var file = RatingFile.parse(text, new RatingColumns("", "J1", "", "", List.of()));
    assertThat(file.raters()).containsExactly("J2", "J3");
    assertThat(file.ratees()).containsExactly("1", "2", "3");
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void columnsCanBeNamed() {
    var file =
        RatingFile.parseLong(
            "diameter,plate,sample,day\n27,a,A,Monday\n23,a,B,Friday\n",
            new RatingColumns("sample", "Plate", "diameter", "", List.of("day")));
    assertThat(file.problems()).isEmpty();
    assertThat(file.raters()).containsExactly("A", "B");
    assertThat(file.ratings().getFirst().others()).containsExactly("Monday");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ratee,rater,rating\\nAda,Bo,NaN              | not-a-number
          ratee,rater,rating\\nAda,Bo,∞                | not-a-number
          ratee,rater,rating\\nAda,Bo,1e400            | number-out-of-range
          ratee,rater,rating\\nAda,Bo,=1+1             | formula
          ratee,rater,rating\\nAda,,4                  | no-rater
          ratee,rater,rating\\n,Bo,4                   | no-ratee
          ratee,rater,item,rating\\nAda,Bo,,4          | no-item
          ratee,rater,rating\\nAda,Bo,                 | no-ratings
          ratee,rater,rating                           | no-ratings
          a,b\\n1,x                                    | no-numbers
          a,b\\n1,2\\n1,x                              | not-a-number
          who,b\\nAda,1\\n,2                           | no-ratee
          ratee,ratee,rating\\nAda,Bo,4                | duplicate-column
          ratee,rater,rating\\nAda,"Bo,4               | open-quote
          """)
  void whatCannotBeReadIsNamedAndLeavesNoRatings(String text, String code) {
    var file = parsed(text.replace("\\n", "\n"));
    assertThat(file.problems()).extracting(TableProblem::code).contains(code);
    assertThat(file.hasErrors()).isTrue();
    assertThat(file.ratings()).isEmpty();
  }

  @Test
  void columnsThatAreNotThereOrMeantTwiceAreNamed() {
    String text = "ratee,rater,rating\nAda,Bo,4\n";
    var missing = RatingFile.parse(text, new RatingColumns("judge", "", "", "", List.of()));
    assertThat(missing.problems().getFirst().message())
        .contains("no column “judge”", "ratee, rater, rating");
    var twice = RatingFile.parse(text, new RatingColumns("rater", "rater", "", "", List.of()));
    assertThat(twice.problems()).extracting(TableProblem::code).containsExactly("column-twice");
    var unknown = RatingFile.parseLong("a,b\n1,2\n", RatingColumns.usual());
    assertThat(unknown.problems().getFirst().message()).contains("the rater and the ratee and");
  }

  @Test
  void ratingsOfTheSameAreFound() {
    assertThat(RatingAgreement.twice(parsed("ratee,rater,rating\nAda,Bo,4\nEd,Bo,3\nAda,Bo,4\n")))
        .contains(new RatingAgreement.Twice(4, 2));
    assertThat(RatingAgreement.twice(parsed("ratee,rater,rating\nAda,Bo,4\nEd,Bo,3\n"))).isEmpty();
  }

  @Test
  void whatAFileSaysOfAgreementIsWhatItsMethodsSay() {
    var wide = RatingAgreement.of(parsed("a,b,c\n4,5,4\n2,3,3\n5,5,4\n1,2,1\n"), 5);
    var table =
        List.of(
            new double[] {4, 5, 4},
            new double[] {2, 3, 3},
            new double[] {5, 5, 4},
            new double[] {1, 2, 1});
    assertThat(wide.oneWay()).isEqualTo(OneWay.of(table));
    assertThat(wide.twoWay()).contains(TwoWay.of(table));
    assertThat(wide.alpha()).isEqualTo(CronbachAlpha.of(table));
    assertThat(wide.within().ratees()).isEqualTo(4);
    assertThat(wide.within().shown().orElseThrow()).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(wide.within().skewed()).isPresent();
  }

  @Test
  void withItemsRatersAreComparedByTheirMeans() {
    var file =
        parsed(
            """
            ratee,rater,item,rating
            Ada,Bo,x,4
            Ada,Bo,y,2
            Ada,Cy,x,5
            Ada,Cy,y,3
            Ed,Bo,x,1
            Ed,Bo,y,1
            Ed,Di,x,2
            Ed,Di,y,1
            """);
    var found = RatingAgreement.of(file, 5);
    assertThat(found.oneWay())
        .isEqualTo(OneWay.of(List.of(new double[] {3, 4}, new double[] {1, 1.5})));
    assertThat(found.twoWay()).isEmpty();
    assertThat(found.alphaOver()).containsExactly("x", "y");
    assertThat(found.alpha())
        .isEqualTo(CronbachAlpha.of(List.of(new double[] {4.5, 2.5}, new double[] {1.5, 1})));
    assertThat(found.krippendorff(Krippendorff.Metric.INTERVAL).orElseThrow().units()).isEqualTo(4);
    assertThat(found.within().status()).isEqualTo(AgreementStatus.TOO_FEW);
  }
}
