package io.fairlead.app.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.framework.FormWriting.Written;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.GoalRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormWritingTest {
  private static final String STANDARD = DefaultFramework.text();

  /// Names and values in turn; a name that comes twice has both values.
  private static Map<String, List<String>> form(String... namesAndValues) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.computeIfAbsent(namesAndValues[i], _ -> new ArrayList<>()).add(namesAndValues[i + 1]);
    }
    return form;
  }

  private static Framework read(Written written) {
    assertThat(written.wrong()).isEmpty();
    return FrameworkDocument.parse(written.text()).orThrow().framework();
  }

  private static Framework after(String text, String... form) {
    return read(FormWriting.into(text, form(form)));
  }

  @Test
  void everyKindOfFieldIsWrittenAndCommentsStay() {
    Written written =
        FormWriting.into(
            STANDARD,
            form(
                "organisation.name", "Northwind: the <second>",
                "cadence.check-ins.rhythm", "monthly",
                "goals.limits.objectives-per-owner", "2",
                "goals.scoring.aspirational.reached-from", "0,65",
                "goals.individual-goals", "false",
                "cadence.check-ins.counted-from", "2026-01-05",
                "effort.minutes-a-week.member", "30"));
    Framework framework = read(written);
    assertThat(framework.organisation().name()).isEqualTo("Northwind: the <second>");
    assertThat(framework.goals().limits().objectivesPerOwner()).isEqualTo(2);
    assertThat(framework.goals().aspirational().reachedFrom()).isEqualTo(0.65);
    assertThat(framework.goals().individualGoals()).isFalse();
    assertThat(framework.cadence().checkIns().countedFrom()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(framework.effort().member()).hasValue(30);
    assertThat(STANDARD.lines().filter(line -> line.strip().startsWith("#")))
        .allSatisfy(comment -> assertThat(written.text()).contains(comment.strip()));
  }

  @Test
  void whatNobodyTouchedIsLeftAsTheTextSaysIt() {
    assertThat(
            FormWriting.into(
                    STANDARD,
                    form(
                        "was.organisation.name", "Something else",
                        "organisation.name", "Something else",
                        "was.goals.objective-kinds", "aspirational",
                        "goals.objective-kinds", "aspirational"))
                .text())
        .isEqualTo(STANDARD);
  }

  @Test
  void anItemSaysOnlyWhatSomebodyChose() {
    String written =
        FormWriting.into(
                STANDARD,
                form(
                    "feedback.rounds[0].name", "Yearly 360",
                    "feedback.rounds[0].instrument", "manager",
                    "was.feedback.rounds[0].peers", "",
                    "feedback.rounds[0].peers", ""))
            .text();
    assertThat(written).endsWith("    - name: Yearly 360\n      instrument: manager\n");
    assertThat(
            FormWriting.into(
                    written,
                    form(
                        "was.feedback.rounds[0].name", "Yearly 360",
                        "feedback.rounds[0].name", "Yearly 360",
                        "was.feedback.rounds[0].reports", "5",
                        "feedback.rounds[0].reports", "5",
                        "was.feedback.rounds[0].peers", "5",
                        "feedback.rounds[0].peers", "6"))
                .text())
        .endsWith("    - name: Yearly 360\n      instrument: manager\n      peers: 6\n");
  }

  @Test
  void boxesAreAListAndNoneTickedIsRefusedWithItsReason() {
    assertThat(
            after(
                    STANDARD,
                    "was.goals.objective-kinds",
                    "aspirational,committed,learning",
                    "goals.objective-kinds",
                    "committed",
                    "goals.objective-kinds",
                    "learning")
                .goals()
                .objectiveKinds())
        .containsExactly(GoalRules.ObjectiveKind.COMMITTED, GoalRules.ObjectiveKind.LEARNING);
    Written none =
        FormWriting.into(
            STANDARD, form("was.goals.objective-kinds", "aspirational,committed,learning"));
    assertThat(none.text()).isEqualTo(STANDARD);
    assertThat(none.wrong()).containsOnlyKeys("goals.objective-kinds");
  }

  @Test
  void anItemIsAddedChangedEmptiedAndRemoved() {
    Written added =
        FormWriting.into(
            STANDARD,
            form(
                "was.direction.values[3].name", "",
                "direction.values[3].name", "Patience",
                "was.direction.values[3].means", "",
                "direction.values[3].means", "Waits for the slowest."));
    assertThat(read(added).direction().values()).hasSize(4);
    assertThat(read(added).direction().values().getLast().name()).isEqualTo("Patience");

    Framework changed =
        after(
            added.text(),
            "was.direction.values[0].name",
            "Candour",
            "direction.values[0].name",
            "Honesty",
            "remove",
            "direction.values[1]");
    assertThat(changed.direction().values())
        .extracting("name")
        .containsExactly("Honesty", "Curiosity", "Patience");

    Framework emptied =
        after(
            added.text(),
            "was.direction.values[3].name",
            "Patience",
            "direction.values[3].name",
            "",
            "was.direction.values[3].means",
            "Waits for the slowest.",
            "direction.values[3].means",
            " ");
    assertThat(emptied.direction().values()).hasSize(3);
  }

  @Test
  void theFirstItemOfAListThatTheTextDoesNotHaveIsWritten() {
    Framework framework =
        after(
            "organisation: {name: Northwind}\n",
            "cadence.cycles.custom[0].name",
            "Spring",
            "cadence.cycles.custom[0].starts",
            "2026-03-01",
            "cadence.cycles.custom[0].ends",
            "2026-06-30",
            "cadence.cycles.length",
            "custom");
    assertThat(framework.cadence().cycles().custom()).hasSize(1);
  }

  @Test
  void aWordNeedsBothItsForms() {
    Written half =
        FormWriting.into(
            STANDARD,
            form(
                "was.vocabulary.objective.singular", "",
                "vocabulary.objective.singular", "goal",
                "was.vocabulary.objective.plural", "",
                "vocabulary.objective.plural", ""));
    assertThat(half.text()).isEqualTo(STANDARD);
    assertThat(half.typed()).containsEntry("vocabulary.objective.singular", "goal");
    assertThat(half.wrong()).hasSize(1);

    Framework both =
        after(
            STANDARD,
            "vocabulary.objective.singular",
            "goal",
            "vocabulary.objective.plural",
            "goals");
    assertThat(both.vocabulary().renamed()).hasSize(1);
  }

  @Test
  void whatTheDocumentDoesNotAllowIsNamedAndTheRestIsWritten() {
    Written written =
        FormWriting.into(
            STANDARD,
            form(
                "goals.limits.objectives-per-owner",
                "many",
                "goals.staleness.days",
                "9000",
                "organisation.zone",
                "Europe/Berlim",
                "organisation.name",
                "",
                "direction.mission",
                "We keep harbours open."));
    assertThat(written.wrong())
        .containsOnlyKeys(
            "goals.limits.objectives-per-owner",
            "goals.staleness.days",
            "organisation.zone",
            "organisation.name");
    assertThat(written.wrong().get("organisation.zone")).contains("Europe/Berlin");
    assertThat(written.typed()).containsEntry("goals.limits.objectives-per-owner", "many");
    assertThat(written.text()).contains("mission: We keep harbours open.");
  }

  @Test
  void aTextThatCannotBeReadStays() {
    assertThat(FormWriting.into("organisation: {name: ", form("organisation.name", "X")).text())
        .isEqualTo("organisation: {name: ");
  }

  @Test
  void aValueThatLooksLikeYamlIsText() {
    for (String hostile : List.of("a: b", "*anchor", "- x", "#no", "'", "\"", "=cmd()", "{}")) {
      assertThat(after(STANDARD, "organisation.name", hostile).organisation().name())
          .isEqualTo(hostile);
    }
  }
}
