package io.fairlead.methods.goals;

import io.fairlead.methods.table.TableProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a goals file scores. Nothing is left out: what cannot be scored stands there without a
/// score, and a problem says why.
///
/// @param objectives in the order of their first rows
/// @param keyResults in the order of their rows
/// @param problems of table, cells and goals, by row
public record GoalFileScore(
    List<Objective> objectives, List<KeyResultScore> keyResults, List<TableProblem> problems) {

  public GoalFileScore {
    objectives = List.copyOf(objectives);
    keyResults = List.copyOf(keyResults);
    problems = List.copyOf(problems);
  }

  /// @param kind null if the file does not say
  /// @param state null if the file does not say
  /// @param grade of its score, where kind and score are known
  /// @param credit its roll-up by credit; null where nothing scored lies below, or in a cycle
  /// @param union its roll-up by set union, likewise
  /// @param weight the weight that arrived by credit
  public record Objective(
      String id,
      String title,
      String owner,
      @Nullable ObjectiveKind kind,
      @Nullable GoalState state,
      ObjectiveScore score,
      @Nullable Grade grade,
      @Nullable Double credit,
      @Nullable Double union,
      double weight) {}

  /// @param row where it stands
  /// @param isBand whether it asks to stay within a band, which a file scores by `current` alone
  /// @param attainment null where kind or current cannot be read
  public record KeyResultScore(
      int row,
      String id,
      String objective,
      String title,
      double weight,
      boolean isBand,
      @Nullable Attainment attainment) {}

  /// Whether there is a problem that is more than a note.
  public boolean hasErrors() {
    return problems.stream().anyMatch(it -> it.severity() != TableProblem.Severity.NOTE);
  }
}
