package io.fairlead.methods.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.goals.GoalFileScore.KeyResultScore;
import io.fairlead.methods.goals.GoalFileScore.Objective;
import io.fairlead.methods.table.TableProblem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalFileTest {

  @Test
  void theDiamondOfTheReferenceCasesScoresTheSameFromAFile() {
    var score =
        score(
            """
            objective_id,parent_id,contributes_to,kr_id,kr_kind,baseline,target,current,weight
            co,,,,,,,,
            dept,co,,,,,,,
            team1,dept,,k1,increase,0,10,9,1
            team2,dept,co:0.4,k3,increase,0,10,7,2
            team3,dept,,k4,increase,0,10,0,1
            shared,team1,team2:0.5,k2,increase,0,10,4,1
            """);
    assertThat(score.problems()).isEmpty();
    assertRollUp(score, "dept", 0.515, 0.54, 4);
    assertRollUp(score, "co", 0.54, 0.54, 5);
    assertRollUp(score, "team1", 1.1 / 1.5, 0.65, 1.5);
    assertRollUp(score, "team2", 0.64, 0.6, 2.5);
  }

  @Test
  void everyKindOfKeyResultIsScored() {
    var score =
        score(
            """
            objective_id;kr_id;kr_kind;baseline;target;low;high;tolerance;current
            o;a;increase;20;50;;;;41
            o;b;Decrease;8;3;;;;4.5
            o;c;band;;;95;99;5;93
            o;d;milestones;;"plan:1;build:2;ship:3";;;;"plan; build"
            o;e;yes-no;;;;;;Yes
            o;f;yes-no;;;;;;no
            o;g;increase;0;10;;;;
            """);
    assertThat(score.problems()).isEmpty();
    assertThat(score.keyResults())
        .extracting(it -> shown(it))
        .containsExactly("a 0.7", "b 0.7", "c 0.6", "d 0.5", "e 1.0", "f 0.0", "g -");
    assertThat(score.objectives().getFirst().score().score().getAsDouble())
        .isCloseTo(3.5 / 6, within(1e-12));
  }

  @Test
  void noCheckInCountsAsZeroOnceGradedOrClosed() {
    var score =
        score(
            """
            objective_id,kr_id,kr_kind,baseline,target,current,status
            open,a,increase,0,10,,active
            graded,b,increase,0,10,,graded
            closed,c,increase,0,10,5,closed
            closed,d,increase,0,10,,
            """);
    assertThat(score.keyResults())
        .extracting(it -> shown(it))
        .containsExactly("a -", "b 0.0", "c 0.5", "d 0.0");
    assertThat(score.objectives())
        .extracting(objective -> objective.score().score().orElse(-1))
        .containsExactly(-1.0, 0.0, 0.25);
  }

  @ParameterizedTest(name = "{0}: {4}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "increase, 5, 5, 5, target target-equals-baseline",
        "increase, , 5, 5, baseline baseline-unknown",
        "increase, 1, , 5, target target-unknown",
        "increase, 1, ten, 5, target not-a-number",
        "increase, 1, 1e400, 5, target number-out-of-range",
        "increase, 1, 0x1p3, 5, target not-a-number",
        "increase, NaN, 5, 5, baseline not-a-number",
        "increase, 1, 5, Infinity, current not-a-number",
        "increase, 1, 5, 9999999999999999999, current number-out-of-range",
        "milestones, , , , target no-milestones",
        "milestones, , a:0, , target milestone-weight",
        "milestones, , a:1, b, current milestone-unknown",
        "milestones, , a:1;a:2, a, target duplicate-milestone",
        "yes-no, , , maybe, current not-yes-or-no",
        "hope, , , , kr_kind kr-kind-unknown",
        " , 1, 5, 5, kr_kind kr-kind-missing",
        "band, , , 5, low band-incomplete",
      })
  void whatCannotBeScoredIsNullWithOneProblem(
      String kind, String baseline, String target, String current, String problem) {
    var score =
        score(
            "objective_id,kr_id,kr_kind,baseline,target,current\no,k,%s,%s,%s,%s\n"
                .formatted(blank(kind), blank(baseline), blank(target), blank(current)));
    assertThat(score.problems())
        .extracting(it -> it.row() + " " + it.column() + " " + it.code())
        .containsExactly("2 " + problem);
    if (!problem.endsWith("duplicate-milestone")) {
      assertThat(shown(score.keyResults().getFirst())).isEqualTo("k -");
    }
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "a, b:2, contributes_to share-out-of-range",
        "a, b:0, contributes_to share-out-of-range",
        "a, b:-0.5, contributes_to share-out-of-range",
        "a, b, contributes_to contribution-malformed",
        "a, b:x, contributes_to not-a-number",
        "a, z:0.5, contributes_to unknown-contribution",
        "a, a:0.5, contributes_to duplicate-contribution",
        "a, b:0.4;b:0.4, contributes_to duplicate-contribution",
        "a, b:0.6;c:0.6, contributes_to shares-above-one",
        "z, '', parent_id unknown-parent",
        "o, '', parent_id alignment-cycle",
        "a, b:0.1;c:0.1;d:0.1;e:0.1, contributes_to too-many-contributions",
      })
  void anAlignmentThatCannotHoldIsNamed(String parent, String contributions, String problem) {
    var score =
        score(
            """
            objective_id,parent_id,contributes_to
            o,%s,%s
            a,,
            b,,
            c,,
            d,,
            e,,
            """
                .formatted(parent, contributions));
    assertThat(score.problems())
        .extracting(it -> it.row() + " " + it.column() + " " + it.code())
        .containsExactly("2 " + problem);
  }

  @Test
  void aCircleIsNamedWithItsPathAndOnlyWhatItReachesHasNoRollUp() {
    var score =
        score(
            """
            objective_id,parent_id,contributes_to,kr_id,kr_kind,current
            top,,,,,
            a,b,,k1,yes-no,yes
            b,c,,k2,yes-no,yes
            c,a,top:0.5,k3,yes-no,yes
            aside,,,k4,yes-no,yes
            below,a,,k5,yes-no,yes
            """);
    assertThat(score.problems()).hasSize(1);
    assertThat(score.problems().getFirst().message()).contains("a → b → c → a");
    assertThat(score.objectives())
        .filteredOn(objective -> objective.credit() != null)
        .extracting(Objective::id)
        .containsExactly("aside", "below");
    assertThat(score.keyResults()).allSatisfy(it -> assertThat(shown(it)).endsWith("1.0"));
  }

  @Test
  void thePrimaryParentHasTheShareThatTheContributionsLeave() {
    var score =
        score(
            """
            objective_id,parent_id,contributes_to,kr_id,kr_kind,current,weight
            o,p,x:0.3;y:0.2,k,yes-no,yes,10
            p,,,,,,
            x,,,,,,
            y,,,,,,
            """);
    assertRollUp(score, "p", 1, 1, 5);
    assertRollUp(score, "x", 1, 1, 3);
    assertRollUp(score, "y", 1, 1, 2);
  }

  @Test
  void duplicatesAndContradictionsAreNamedByRow() {
    var score =
        score(
            """
            objective_id,objective,owner,kr_id,kr_kind,current,weight,confidence,due
            o,One,Ann,k,yes-no,yes,1,7,2026-03-31
            o,Two,Ann,k,yes-no,no,1,7,2026-03-31
            o,,,,,,,,
            o,,,,,,,,
            ,Lost,,,,,,,
            p,Pay,Bo,,yes-no,no,0,11,31.3.2026
            """);
    assertThat(score.problems())
        .extracting(it -> it.row() + " " + it.column() + " " + it.code())
        .containsExactlyInAnyOrder(
            "3 objective conflicting-rows",
            "3 kr_id duplicate-key-result",
            "5 objective_id duplicate-objective",
            "6 objective_id objective-id-missing",
            "7 kr_id kr-id-missing",
            "7 weight weight-not-positive",
            "7 confidence confidence-out-of-range",
            "7 due not-a-date");
    assertThat(score.objectives())
        .extracting(objective -> objective.score().score().orElse(-1))
        .containsExactly(1.0, -1.0);
  }

  @Test
  void aDroppedObjectiveCountsNowhereAbove() {
    var score =
        score(
            """
            objective_id,parent_id,kr_id,kr_kind,current,status
            co,,,,,active
            kept,co,a,yes-no,yes,active
            left,co,b,yes-no,no,dropped
            """);
    assertRollUp(score, "co", 1, 1, 1);
    assertThat(score.objectives().getLast().score().score()).hasValue(0);
  }

  @Test
  void unknownColumnsAreKeptAndMissingOnesAreFine() {
    GoalFile file = GoalFile.parse("Objective ID,Team colour\no1,=BLUE()\n");
    assertThat(file.attributes()).containsExactly("team_colour");
    assertThat(file.rows().getFirst().attributes()).containsEntry("team_colour", "=BLUE()");
    assertThat(file.problems())
        .extracting(TableProblem::code, TableProblem::severity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("unknown-column", TableProblem.Severity.NOTE));
    assertThat(file.toCsv()).contains("'=BLUE()");
    assertThat(GoalFile.parse(file.toCsv()).rows().getFirst().attributes())
        .containsEntry("team_colour", "=BLUE()");
  }

  @Test
  void aFileWithoutObjectivesIsNoGoalsFile() {
    assertThat(GoalFile.parse("name,mail\nAnn,ann@example.org\n").isUnreadable()).isTrue();
    assertThat(GoalFile.parse("").isUnreadable()).isTrue();
    assertThat(GoalFile.parse("objective_id\n").score().objectives()).isEmpty();
  }

  @Property(tries = 200)
  void exportAndImportGiveEveryCellBack(
      @ForAll @Size(min = 1, max = 5) List<@Size(min = 0, max = 22) Map<GoalColumn, @StringLength(max = 6) String>> rows) {
    var written =
        rows.stream()
            .map(cells -> {
              var all = new EnumMap<GoalColumn, String>(GoalColumn.class);
              cells.forEach((column, text) -> all.put(column, text.replace("\0", "")));
              all.put(GoalColumn.OBJECTIVE_ID, "o");
              return GoalRow.of(all);
            })
            .toList();
    GoalFile back = GoalFile.parse(GoalFile.of(written).toCsv());
    assertThat(back.problems()).isEmpty();
    assertThat(back.rows())
        .extracting(GoalRow::cells)
        .isEqualTo(written.stream().map(GoalRow::cells).toList());
  }

  private static GoalFileScore score(String text) {
    GoalFile file = GoalFile.parse(text);
    assertThat(file.isUnreadable()).isFalse();
    return file.score();
  }

  private static String blank(@Nullable String cell) {
    return cell == null ? "" : cell;
  }

  private static String shown(KeyResultScore keyResult) {
    return keyResult.id()
        + " "
        + (keyResult.attainment() instanceof Attainment.Scored scored
            ? String.valueOf(Math.round(scored.value() * 1e9) / 1e9)
            : "-");
  }

  private static void assertRollUp(
      GoalFileScore score, String id, double credit, double union, double weight) {
    Objective objective =
        score.objectives().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    assertThat(objective.credit()).isCloseTo(credit, within(1e-12));
    assertThat(objective.union()).isCloseTo(union, within(1e-12));
    assertThat(objective.weight()).isCloseTo(weight, within(1e-12));
  }
}
