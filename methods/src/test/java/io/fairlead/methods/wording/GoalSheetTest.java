package io.fairlead.methods.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GoalSheetTest {

  @Test
  void aSheetWithIdsIsGroupedByThem() {
    GoalSheet sheet =
        GoalSheet.parse(
            """
            objective_id,objective,kr_id,key_result,start_value,target_value,unit,due,period_start,period_end,team
            a,Ships wait less,a1,Waiting,9,4,h,2027-05-01,2027-01-01,2027-03-31,Quay
            b,,b1,Launch the berth plan,,,,,,,Quay
            a,,a2,Berths a day,20,50,,,,,
            """);
    assertThat(sheet.objectives()).extracting(GoalSheet.Objective::id).containsExactly("a", "b");
    GoalSheet.Objective first = sheet.objectives().getFirst();
    assertThat(first.keyResults()).extracting(GoalSheet.KeyResult::row).containsExactly(2, 4);
    assertThat(first.linted().cycleTo()).isEqualTo(LocalDate.of(2027, 3, 31));
    assertThat(first.linted().keyResults().getFirst().given())
        .isEqualTo(new GivenFigures("9", "4", "h"));
    assertThat(GoalSheetLint.of(sheet, Language.ENGLISH, LintSettings.STANDARD).findings())
        .anySatisfy(it -> {
          assertThat(it.row()).isEqualTo(2);
          assertThat(it.keyResultId()).isEqualTo("a1");
          assertThat(it.finding().part()).isEqualTo("after");
        });
  }

  @Test
  void aSheetWithoutIdsIsGroupedByTheObjectiveAboveOrBeside() {
    GoalSheet sheet =
        GoalSheet.parse(
            "\uFEFFObjective;Key result\nShips wait less;Waiting from 9 to 4 h\n;\"Berths\nfrom 20 to 50\"\nCrews like us;Launch the club\n");
    assertThat(sheet.objectives())
        .extracting(it -> it.linted().title(), it -> it.keyResults().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Ships wait less", 2),
            org.assertj.core.groups.Tuple.tuple("Crews like us", 1));
  }

  @Test
  void theSameKeyResultInTwoObjectivesIsFound() {
    GoalSheet sheet =
        GoalSheet.parse(
            "objective,key_result\nA,Waiting from 9 to 4 h\nB,waiting from 9 to 4 h.\n");
    assertThat(GoalSheetLint.of(sheet, Language.ENGLISH, LintSettings.STANDARD).findings())
        .filteredOn(it -> it.finding().rule() == GoalRule.MEASURED_TWICE)
        .extracting(GoalSheetLint.Finding::row)
        .containsExactly(2, 3);
  }

  @Test
  void whatIsNoSheetOfGoalsSaysWhichColumnsItHas() {
    GoalSheet sheet = GoalSheet.parse("name,wage\nA,1\n");
    assertThat(sheet.isUnreadable()).isTrue();
    assertThat(sheet.problems().getFirst().message())
        .contains("neither a column objective nor a column key_result", "name, wage");
  }
}
