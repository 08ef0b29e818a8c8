package io.fairlead.methods.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.methods.table.Table;
import io.fairlead.methods.wording.GoalReaderEvaluation.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Sentences of our own from many trades, easy and hard, with what a person reads from them.
class OwnLabelsTest {
  private static final double FLOOR = 0.95;

  @Test
  void whatIsReadIsWhatAPersonReads() throws IOException {
    Table labels = GoalReaderEvaluation.table("own-labels.csv");
    var tallies = new HashMap<String, Tally>();
    List<String> mistakes = new ArrayList<>();
    for (Table.Row row : labels.rows()) {
      String text = GoalReaderEvaluation.cell(labels, row, "key_result");
      Map<String, Boolean> answers =
          GoalReaderEvaluation.answers(
              GoalReaderEvaluation.cell(labels, row, "objective"), text, GivenFigures.NONE);
      for (String question : GoalReaderEvaluation.QUESTIONS) {
        boolean labelled = GoalReaderEvaluation.cell(labels, row, question).equals("1");
        boolean read = Boolean.TRUE.equals(answers.get(question));
        tallies.computeIfAbsent(question, _ -> new Tally()).count(read, labelled);
        if (read != labelled) {
          mistakes.add(question + (read ? " too many: " : " missed: ") + text);
        }
      }
    }
    assertThat(labels.rows()).hasSizeGreaterThan(150);
    tallies.forEach((question, tally) -> {
      String why = question + " " + tally + "\n" + String.join("\n", mistakes);
      assertThat(tally.both).as(why).isPositive();
      assertThat(tally.precision()).as(why).isGreaterThanOrEqualTo(FLOOR);
      assertThat(tally.recall()).as(why).isGreaterThanOrEqualTo(FLOOR);
    });
  }
}
