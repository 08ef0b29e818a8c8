package io.fairlead.cli;

import io.fairlead.methods.goals.Attainment;
import io.fairlead.methods.goals.GoalFileScore;
import io.fairlead.methods.goals.GoalFileScore.KeyResultScore;
import io.fairlead.methods.goals.GoalFileScore.Objective;
import io.fairlead.methods.goals.ObjectiveScore.Mean;
import io.fairlead.methods.goals.ObjectiveScore.Unscored;
import io.fairlead.methods.table.TableProblem;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer of `goals score` for people: each objective with its key results below it. Figures
/// are rounded half up, and only here.
final class GoalScoreTable {
  private static final String NONE = "–";

  private GoalScoreTable() {}

  static void print(PrintWriter out, GoalFileScore score) {
    Map<String, List<KeyResultScore>> byObjective = new HashMap<>();
    for (KeyResultScore keyResult : score.keyResults()) {
      byObjective.computeIfAbsent(keyResult.objective(), _ -> new ArrayList<>()).add(keyResult);
    }
    var columns =
        new Columns()
            .text("GOAL")
            .text("")
            .figure("SCORE")
            .text("")
            .figure("CREDIT")
            .figure("UNION")
            .figure("WEIGHT");
    for (Objective objective : score.objectives()) {
      objective(columns, objective);
      byObjective.getOrDefault(objective.id(), List.of()).forEach(it -> keyResult(columns, it));
    }
    columns.print(out);
    out.println();
    out.println(summary(score));
  }

  private static void objective(Columns columns, Objective objective) {
    columns.row(
        objective.id(),
        objective.title(),
        figure(
            objective.score().score().isEmpty() ? null : objective.score().score().getAsDouble()),
        words(objective),
        figure(objective.credit()),
        figure(objective.union()),
        figure(objective.weight()));
  }

  private static String words(Objective objective) {
    String grade = objective.grade() == null ? "" : objective.grade().code().replace('-', ' ');
    return switch (objective.score()) {
      case Mean mean when mean.counted() < mean.total() ->
          (grade.isEmpty() ? "" : grade + ", ")
              + mean.counted()
              + " of "
              + mean.total()
              + " scored";
      case Mean _ -> grade;
      case Unscored(var why, int _) ->
          switch (why) {
            case NO_KEY_RESULTS -> "no key results";
            case NOTHING_SCORED -> "nothing scored";
            case WEIGHT_NOT_POSITIVE -> "a weight is not above 0";
          };
    };
  }

  private static void keyResult(Columns columns, KeyResultScore keyResult) {
    Attainment attainment = keyResult.attainment();
    columns.row(
        "· " + keyResult.id(),
        keyResult.title(),
        figure(attainment instanceof Attainment.Scored scored ? scored.value() : null),
        words(keyResult),
        "",
        "",
        figure(keyResult.weight()));
  }

  private static String words(KeyResultScore keyResult) {
    boolean byCurrent =
        keyResult.isBand()
            && keyResult.attainment() instanceof Attainment.Scored scored
            && scored.basis() == Attainment.Basis.CURRENT;
    return byCurrent ? "band, by current" : words(keyResult.attainment());
  }

  private static String words(@Nullable Attainment attainment) {
    return switch (attainment) {
      case null -> "cannot be read";
      case Attainment.Scored scored when scored.unclipped() > 1 ->
          "overshot: " + figure(scored.unclipped());
      case Attainment.Scored scored when scored.unclipped() < 0 ->
          "fell back: " + figure(scored.unclipped());
      case Attainment.Scored scored ->
          scored.basis() == Attainment.Basis.CLOSED_WITHOUT_CHECK_IN
              ? "closed without check-in"
              : "";
      case Attainment.NoCheckIn _ -> "no check-in yet";
      case Attainment.Invalid(var flaw) -> flaw.sentence();
    };
  }

  private static String summary(GoalFileScore score) {
    long scored =
        score.keyResults().stream()
            .filter(it -> it.attainment() instanceof Attainment.Scored)
            .count();
    long problems =
        score.problems().stream().filter(it -> it.severity() != TableProblem.Severity.NOTE).count();
    return "%s, %s, %d scored; %s"
        .formatted(
            counted(score.objectives().size(), "objective"),
            counted(score.keyResults().size(), "key result"),
            scored,
            counted(problems, "problem"));
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String figure(@Nullable Double value) {
    return value == null
        ? NONE
        : BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
