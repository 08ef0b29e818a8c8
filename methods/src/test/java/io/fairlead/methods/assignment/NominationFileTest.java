package io.fairlead.methods.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.assignment.Nomination.Choice;
import io.fairlead.methods.table.TableProblem;
import io.fairlead.methods.table.TableProblem.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NominationFileTest {
  private static final String HEADER = "reviewee,rater,group,cost,fixed,forbidden,cap\n";

  private static NominationFile read(String... rows) {
    return NominationFile.parse(HEADER + String.join("\n", rows));
  }

  @Test
  void aRowIsAPair() {
    NominationFile file =
        read("Ada,Mo,Peer,1.5,yes,,4", "Ada,Nia,report,,,x,", "Bo,Mo,peer,2,no,0,4");
    assertThat(file.problems()).isEmpty();
    assertThat(file.nominations())
        .containsExactly(
            new Nomination("Ada", "Mo", "peer", 1.5, Choice.FIXED),
            new Nomination("Ada", "Nia", "report", 0, Choice.FORBIDDEN),
            new Nomination("Bo", "Mo", "peer", 2, Choice.FREE));
    assertThat(file.caps()).isEqualTo(Map.of("Mo", 4));
  }

  @Test
  void twoColumnsAreEnoughAndSpreadsheetsWriteTheirOwnNumbers() {
    assertThat(NominationFile.parse("rater\treviewee\nMo\tAda\n").nominations())
        .containsExactly(Nomination.of("Ada", "Mo", "peer"));
    assertThat(NominationFile.parse("reviewee;rater;cost\nAda;Mo;2,5\n").nominations())
        .containsExactly(new Nomination("Ada", "Mo", "peer", 2.5, Choice.FREE));
  }

  @Test
  void theLaterOfTwoRowsCountsAndOwnRatingsArePassedOver() {
    NominationFile file = read("Ada,Mo,peer,1,,,", "Ada,Mo,report,3,,,", "Ada,Ada,self,,,,");
    assertThat(file.hasErrors()).isFalse();
    assertThat(file.nominations())
        .containsExactly(new Nomination("Ada", "Mo", "report", 3, Choice.FREE));
    assertThat(file.problems()).extracting(TableProblem::row).containsExactly(3, 4);
    assertThat(file.problems().getFirst().message()).contains("in row 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ada,,peer,1,,, | no-rater",
        ",Mo,peer,1,,, | no-reviewee",
        "Ada,Mo,,1,,, | no-group",
        "Ada,Ada,peer,1,,, | own-rating",
        "Ada,Mo,peer,dear,,, | not-a-number",
        "Ada,Mo,peer,20%,,, | not-a-number",
        "Ada,Mo,peer,=1+1,,, | not-a-number",
        "Ada,Mo,peer,-1,,, | cost-out-of-range",
        "Ada,Mo,peer,1e9,,, | cost-out-of-range",
        "Ada,Mo,peer,1e999,,, | cost-out-of-range",
        "Ada,Mo,peer,1,perhaps,, | not-yes-or-no",
        "Ada,Mo,peer,1,yes,yes, | fixed-and-forbidden",
        "Ada,Mo,peer,1,,,many | not-a-cap",
        "Ada,Mo,peer,1,,,1.5 | not-a-cap",
        "Ada,Mo,peer,1,,,-1 | not-a-cap",
        "Ada,Mo,peer,1,,,2000 | not-a-cap",
        "Ada,Nia,peer,1,,,2 | two-caps",
        "Ada,Mo,peer,1,,,,more | extra-cells",
      })
  void whatIsWrongIsNamedWithItsRow(String row, String code) {
    NominationFile file = read("Bo,Nia,peer,1,,,3", row);
    assertThat(file.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(code);
          assertThat(problem.row()).isEqualTo(3);
          assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        });
    assertThat(file.nominations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "reviewee,group\nAda,peer\n",
        "reviewee,rater\n",
        "reviewee,rater\n\"Ada,Mo\n"
      })
  void whatIsNoFileOfNominationsIsRefusedWhole(String text) {
    NominationFile file = NominationFile.parse(text);
    assertThat(file.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.severity()).isEqualTo(Severity.FATAL));
    assertThat(file.hasErrors()).isTrue();
  }
}
