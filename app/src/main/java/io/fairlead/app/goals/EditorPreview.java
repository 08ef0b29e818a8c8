package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.goals.Attainment;
import io.fairlead.methods.goals.KeyResult;
import io.fairlead.methods.goals.Reading;
import io.fairlead.methods.goals.RelativeTarget;
import io.fairlead.methods.wording.LintSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the editor shows beside the sentences while they are written: how the first measured key
/// result would score, at most three findings, and what checking in costs whom.
///
/// @param changes by row, what a relative target comes to, both ways
/// @param findings all that speak, the gravest first
/// @param waived those that whoever writes has left as they are, as `FindingWaiver.mark` names them
public record EditorPreview(
    List<Change> changes,
    @Nullable Scale scale,
    List<GoalWording.Said> findings,
    List<String> costs,
    Set<String> waived) {
  /// 0.7 of the way comes out of floating-point figures as a little less.
  private static final double HAIR = 1e-9;

  private static final int MOST_FINDINGS = 3;
  private static final int SECONDS_A_CHECK_IN = 20;
  private static final UUID NOBODY = new UUID(0, 0);

  /// Both readings of "by 15".
  public record Change(String percent, String points, boolean pointsPossible) {}

  /// One key result's way as a scale, with a mark on it.
  ///
  /// @param number of the key result, from 1
  /// @param at where the mark stands, in pixels between 6 and 294
  public record Scale(
      int number, int at, String from, String to, String value, String score, String label) {

    /// Where the mark's words stand, away from those at the ends.
    public int textAt() {
      return Math.clamp(at, 72, 228);
    }
  }

  /// @param share how much of the way is tried, in per cent
  /// @param cycle in which the objective is to be reached; null if none is chosen
  static EditorPreview of(
      EditorForm form,
      Words words,
      int share,
      int checkInEveryDays,
      @Nullable Cycle cycle,
      LintSettings settings,
      Set<String> waived) {
    List<KeyResultPlan> plans =
        form.rows().stream().map(row -> ObjectiveReading.sketch(row.input(""), NOBODY)).toList();
    return new EditorPreview(
        plans.stream().map(plan -> change(plan, words)).toList(),
        scale(plans, words, share),
        findings(form, plans, cycle, settings, words).stream()
            .filter(said -> !waived.contains(mark(form, said)))
            .toList(),
        costs(form, words, checkInEveryDays),
        waived);
  }

  private static Change change(KeyResultPlan plan, Words words) {
    BigDecimal baseline = plan.baseline();
    BigDecimal change = plan.change();
    if (baseline == null || change == null || !plan.kind().isWay()) {
      return new Change(words.text("editor.percent"), words.text("editor.points"), true);
    }
    boolean up = plan.kind() == KeyResultKind.INCREASE;
    RelativeTarget percent =
        RelativeTarget.byPercent(baseline.doubleValue(), change.doubleValue(), up);
    RelativeTarget points =
        RelativeTarget.byPoints(baseline.doubleValue(), change.doubleValue(), up);
    return new Change(
        said("editor.percent", percent, plan, words),
        said("editor.points", points, plan, words),
        points instanceof RelativeTarget.Reached);
  }

  private static String said(String key, RelativeTarget target, KeyResultPlan plan, Words words) {
    return switch (target) {
      case RelativeTarget.Reached(double to) ->
          words.text(
              key + ".to",
              figure(plan.baseline() == null ? 0 : plan.baseline().doubleValue(), plan, words),
              figure(to, plan, words));
      case RelativeTarget.BelowZero _ -> words.text(key + ".below-zero");
      case RelativeTarget.NowhereFromZero _ -> words.text(key + ".from-zero");
      case RelativeTarget.NotFinite _ -> words.text(key);
    };
  }

  private static String figure(double value, KeyResultPlan plan, Words words) {
    String number = words.number(value, Math.abs(value) < 100 ? 2 : 0);
    return plan.unit().isEmpty() ? number : number + " " + plan.unit();
  }

  private static @Nullable Scale scale(List<KeyResultPlan> plans, Words words, int share) {
    for (int i = 0; i < plans.size(); i++) {
      KeyResultPlan plan = plans.get(i);
      BigDecimal from = plan.baseline();
      BigDecimal to = plan.target();
      if (!plan.kind().isWay() || from == null || to == null || from.compareTo(to) == 0) {
        continue;
      }
      KeyResult measured = plan.measured();
      double value = from.doubleValue() + share / 100.0 * (to.doubleValue() - from.doubleValue());
      Attainment attained = measured.score(Reading.of(value));
      double score = attained.score().orElse(0);
      String shown = words.number(score, 1);
      String label =
          score >= 0.7 - HAIR
              ? words.text("editor.score.good", shown)
              : score >= 0.4 - HAIR
                  ? words.text("editor.score.part", shown)
                  : words.text("editor.score.little", shown);
      return new Scale(
          i + 1,
          6 + (int) Math.round(288 * share / 100.0),
          figure(from.doubleValue(), plan, words),
          figure(to.doubleValue(), plan, words),
          figure(value, plan, words),
          shown,
          label);
    }
    return null;
  }

  private static List<GoalWording.Said> findings(
      EditorForm form,
      List<KeyResultPlan> plans,
      @Nullable Cycle cycle,
      LintSettings settings,
      Words words) {
    return GoalWording.said(
        GoalWording.findings(form.value("title"), plans, cycle, 0, settings, (_, facts) -> facts),
        settings,
        words,
        (_, _) -> "");
  }

  private static String mark(EditorForm form, GoalWording.Said said) {
    int row = said.keyResult() - 1;
    return row < 0
        ? FindingWaiver.mark(said.rule(), said.finding().part(), "", form.value("title"))
        : FindingWaiver.mark(
            said.rule(),
            said.finding().part(),
            form.rows().get(row).value("id"),
            form.rows().get(row).value("title"));
  }

  /// `waived`, as a form carries it.
  public String waivedMarks() {
    return String.join(" ", waived);
  }

  /// What is shown of the findings while somebody writes.
  public List<GoalWording.Said> few() {
    return GoalWording.few(findings, MOST_FINDINGS);
  }

  /// Seconds a week that checking in takes whoever owns key results; those of the objective's own
  /// owner under the empty name.
  static Map<String, Integer> secondsAWeek(EditorForm form, int checkInEveryDays) {
    Map<String, Integer> seconds = new LinkedHashMap<>();
    for (EditorRow row : form.rows()) {
      seconds.merge(row.value("owner"), SECONDS_A_CHECK_IN * 7 / checkInEveryDays, Integer::sum);
    }
    return seconds;
  }

  private static List<String> costs(EditorForm form, Words words, int checkInEveryDays) {
    Map<String, Integer> seconds = secondsAWeek(form, checkInEveryDays);
    List<String> costs = new ArrayList<>();
    Optional.ofNullable(seconds.remove(""))
        .ifPresent(some -> costs.add(words.text("editor.cost.owner", said(some, words))));
    seconds.forEach(
        (who, some) -> costs.add(words.text("editor.cost.other", said(some, words), who)));
    return costs;
  }

  private static String said(int seconds, Words words) {
    return seconds < 45
        ? words.text("editor.seconds", seconds)
        : words.text("editor.minutes", Math.round(seconds / 60.0));
  }
}
