package io.fairlead.methods.goals;

import io.fairlead.methods.goals.GoalFileScore.KeyResultScore;
import io.fairlead.methods.goals.GoalFileScore.Objective;
import io.fairlead.methods.goals.ObjectiveScore.Mean;
import io.fairlead.methods.goals.ObjectiveScore.Part;
import io.fairlead.methods.table.TableProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Scores a goals file, row by row, and then the graph of its objectives.
final class GoalFileScoring {
  private final GoalFile file;
  private final List<TableProblem> problems = new ArrayList<>();
  private final List<KeyResultScore> keyResults = new ArrayList<>();

  GoalFileScoring(GoalFile file) {
    this.file = file;
    problems.addAll(file.problems());
  }

  GoalFileScore score() {
    List<GoalFileObjective> objectives = GoalFileObjective.gathered(file.rows(), problems);
    Map<String, Integer> rowOfKeyResult = new HashMap<>();
    var scores = new ArrayList<ObjectiveScore>();
    for (GoalFileObjective objective : objectives) {
      objective.readCells(problems);
      scores.add(objective(objective, rowOfKeyResult));
    }
    GoalFileRollUp rollUp = GoalFileRollUp.of(objectives, own(objectives, scores), problems);
    var results = new ArrayList<Objective>();
    for (int i = 0; i < objectives.size(); i++) {
      results.add(result(i, objectives.get(i), scores.get(i), rollUp));
    }
    problems.sort(Comparator.comparingInt(TableProblem::row));
    keyResults.sort(Comparator.comparingInt(KeyResultScore::row));
    return new GoalFileScore(results, keyResults, problems);
  }

  private ObjectiveScore objective(GoalFileObjective objective, Map<String, Integer> rowOf) {
    var parts = new ArrayList<Part>();
    for (GoalRow row : objective.keyResultRows()) {
      String id = row.text(GoalColumn.KR_ID);
      if (id.isEmpty()) {
        problem(row, GoalColumn.KR_ID, "kr-id-missing", "This key result has no kr_id.");
      } else {
        Integer earlier = rowOf.putIfAbsent(id, row.number());
        if (earlier != null) {
          problem(
              row,
              GoalColumn.KR_ID,
              "duplicate-key-result",
              "Row " + earlier + " has the same kr_id; this row is left out.");
          continue;
        }
      }
      GoalCells cells = row.read(problems);
      cells.confidence();
      cells.due();
      double weight = cells.weight();
      @Nullable Attainment attainment = attainment(row, cells, objective.isFinal());
      keyResults.add(
          new KeyResultScore(
              row.number(),
              id,
              objective.id(),
              row.text(GoalColumn.KEY_RESULT),
              weight,
              row.text(GoalColumn.KR_KIND).equalsIgnoreCase("band"),
              attainment));
      parts.add(new Part(attainment == null ? new Attainment.NoCheckIn() : attainment, weight));
    }
    return ObjectiveScore.of(parts);
  }

  private @Nullable Attainment attainment(GoalRow row, GoalCells cells, boolean isFinal) {
    int before = problems.size();
    Optional<KeyResult> keyResult = cells.keyResult();
    if (keyResult.isEmpty()) {
      return null;
    }
    Optional<Reading> reading = cells.reading(keyResult.get());
    for (Flaw flaw : keyResult.get().flaws()) {
      flaw(row, keyResult.get(), flaw, before);
    }
    if (reading.isEmpty()) {
      return null;
    }
    Attainment attainment = keyResult.get().score(reading.get());
    if (attainment instanceof Attainment.Invalid(Flaw flaw)
        && !keyResult.get().flaws().contains(flaw)) {
      flaw(row, keyResult.get(), flaw, before);
    }
    return isFinal ? attainment.atClose() : attainment;
  }

  /// Unless the cell it is about could not be read, which has been said already.
  private void flaw(GoalRow row, KeyResult keyResult, Flaw flaw, int from) {
    GoalColumn column = column(keyResult, flaw);
    for (TableProblem said : problems.subList(from, problems.size())) {
      if (said.column().equals(column.header())) {
        return;
      }
    }
    String sentence = flaw.sentence();
    problem(
        row,
        column,
        flaw.code(),
        Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".");
  }

  private static GoalColumn column(KeyResult keyResult, Flaw flaw) {
    return switch (flaw) {
      case BASELINE_UNKNOWN -> GoalColumn.BASELINE;
      case TARGET_UNKNOWN,
          TARGET_EQUALS_BASELINE,
          WRONG_DIRECTION,
          NO_MILESTONES,
          MILESTONE_WEIGHT ->
          GoalColumn.TARGET;
      case BAND_INCOMPLETE ->
          keyResult instanceof KeyResult.Band band && band.low() == null
              ? GoalColumn.LOW
              : GoalColumn.HIGH;
      case BAND_UPSIDE_DOWN -> GoalColumn.LOW;
      case TOLERANCE_NEGATIVE -> GoalColumn.TOLERANCE;
      case MILESTONE_UNKNOWN, NOT_FINITE, READING_OF_ANOTHER_KIND -> GoalColumn.CURRENT;
    };
  }

  /// What an objective brings into the roll-ups: the weight of its scored key results and their
  /// mean. One that was dropped brings nothing.
  private static double[][] own(List<GoalFileObjective> objectives, List<ObjectiveScore> scores) {
    double[] weight = new double[objectives.size()];
    double[] score = new double[objectives.size()];
    for (int i = 0; i < weight.length; i++) {
      if (scores.get(i) instanceof Mean mean && !objectives.get(i).isDropped()) {
        weight[i] = mean.scoredWeight();
        score[i] = mean.value();
      }
    }
    return new double[][] {weight, score};
  }

  private static Objective result(
      int index, GoalFileObjective objective, ObjectiveScore score, GoalFileRollUp rollUp) {
    OptionalDouble value = score.score();
    ObjectiveKind kind = objective.kind();
    Grade grade =
        kind == null || value.isEmpty()
            ? null
            : ScoringBands.STANDARD.grade(kind, value.getAsDouble());
    return new Objective(
        objective.id(),
        objective.text(GoalColumn.OBJECTIVE),
        objective.text(GoalColumn.OWNER),
        kind,
        objective.state(),
        score,
        grade,
        rollUp.credit(index),
        rollUp.union(index),
        rollUp.weight(index));
  }

  private void problem(GoalRow row, GoalColumn column, String code, String message) {
    problems.add(TableProblem.error(row.number(), column.header(), code, message));
  }
}
