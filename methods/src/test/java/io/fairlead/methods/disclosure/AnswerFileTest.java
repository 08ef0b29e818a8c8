package io.fairlead.methods.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.table.TableProblem;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFileTest {
  private static final String HEADER = "subject,group,rater,competency,item,rating,comment\n";
  private static final ReleasePolicy POLICY = ReleasePolicy.usual(Rounds.FIVE);

  private static AnswerFile read(String... rows) {
    return AnswerFile.parse(HEADER + String.join("\n", rows), POLICY);
  }

  private static String peers(int count) {
    StringBuilder rows = new StringBuilder();
    for (int peer = 0; peer < count; peer++) {
      for (String item : List.of("a", "b", "c")) {
        rows.append("Ada,peer,p%d,Listening,%s,%d,%n".formatted(peer, item, 2 + peer % 3));
      }
    }
    return rows.toString();
  }

  @Test
  void answersAreLaidOutByReviewee() {
    AnswerFile file =
        read(peers(4) + "Bo,self,Bo,Listening,a,5,\nBo,peer,Ada,Listening,a,NA,no idea");
    assertThat(file.problems()).isEmpty();
    List<SubjectAnswers> subjects = file.answers().stream().toList();
    assertThat(subjects).extracting(SubjectAnswers::subject).containsExactly("Ada", "Bo");
    assertThat(subjects.getFirst().responders()).hasSize(4);
    assertThat(subjects.getFirst().items().get("Listening")).containsExactly("a", "b", "c");
    assertThat(subjects.getLast().responders()).hasSize(2);
  }

  @Test
  void aQuestionForCommentsIsNoItemOfItsCompetency() {
    AnswerFile file =
        read(peers(4) + "Ada,peer,p1,Listening,keep,,asks first\nAda,peer,p2,,stop,,interrupts");
    SubjectAnswers ada = file.answers().stream().findFirst().orElseThrow();
    assertThat(ada.items()).containsOnlyKeys("Listening");
    assertThat(ada.items().get("Listening")).containsExactly("a", "b", "c");
  }

  @Test
  void theLastOfTwoAnswersCountsAndItIsSaid() {
    AnswerFile file = read(peers(4) + "Ada,peer,p0,Listening,a,5,");
    assertThat(file.hasErrors()).isFalse();
    assertThat(file.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.row()).isEqualTo(14);
          assertThat(problem.message()).contains("in row 2").contains("the later row counts");
        });
    SubjectAnswers ada = file.answers().stream().findFirst().orElseThrow();
    assertThat(ada.responders().getFirst().of("Listening")).containsEntry("a", 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ada,peer,p9,Listening,a,6, | outside-scale",
        "Ada,peer,p9,Listening,a,0, | outside-scale",
        "Ada,peer,p9,Listening,a,-1, | outside-scale",
        "Ada,peer,p9,Listening,a,4.5, | not-a-rating",
        "Ada,peer,p9,Listening,a,good, | not-a-rating",
        "Ada,peer,p9,Listening,a,=1+3, | not-a-rating",
        "Ada,peer,p9,Listening,a,80%, | not-a-rating",
        "Ada,boss,p9,Listening,a,4, | unknown-group",
        "Ada,,p9,Listening,a,4, | no-group",
        "Ada,peer,,Listening,a,4, | no-rater",
        ",peer,p9,Listening,a,4, | no-subject",
        "Ada,peer,p9,,a,4, | no-competency",
        "Ada,peer,p9,Listening,,4, | no-item",
        "Ada,peer,Ada,Listening,a,4, | own-rating",
        "Ada,report,p0,Listening,z,4, | two-groups"
      })
  void whatCannotBeReleasedIsRefusedWithItsRow(String row, String code) {
    AnswerFile file = read(peers(4) + row);
    assertThat(file.hasErrors()).isTrue();
    assertThat(file.problems()).extracting(TableProblem::code).containsExactly(code);
    assertThat(file.problems().getFirst().row()).isEqualTo(14);
    assertThat(file.answers().stream()).isEmpty();
  }

  @Test
  void oneIsThemselvesOnce() {
    AnswerFile file = read("Ada,self,Ada,Listening,a,4,", "Ada,self,Bo,Listening,a,4,");
    assertThat(file.problems()).extracting(TableProblem::code).containsExactly("two-selves");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "subject,group,rater\nAda,peer,p1\n",
        "subject,group,rater,competency,item,rating,comment\n",
        "subject,group,rater,competency,item,rating,comment\nAda,peer,\"p1",
        "\u0000"
      })
  void whatIsNoFileOfAnswersIsRefused(String text) {
    AnswerFile file = AnswerFile.parse(text, POLICY);
    assertThat(file.hasErrors()).isTrue();
    assertThat(file.problems()).hasSize(1);
  }

  @Test
  void semicolonsAndAByteOrderMarkMakeNoDifference() {
    String text = HEADER + peers(4);
    AnswerFile plain = AnswerFile.parse(text, POLICY);
    AnswerFile other = AnswerFile.parse("\uFEFF" + text.replace(',', ';'), POLICY);
    assertThat(other.answers().stream().toList()).isEqualTo(plain.answers().stream().toList());
  }

  @Test
  void theOrderOfRowsMakesNoDifference() {
    List<String> rows = new java.util.ArrayList<>(peers(7).lines().toList());
    ReleaseRule rule = new ReleaseRule(POLICY);
    Published before = rule.published(only(rows), new Random(1));
    java.util.Collections.shuffle(rows, new Random(5));
    assertThat(rule.published(only(rows), new Random(1))).isEqualTo(before);
  }

  private static SubjectAnswers only(List<String> rows) {
    return read(rows.toArray(String[]::new)).answers().stream().findFirst().orElseThrow();
  }
}
