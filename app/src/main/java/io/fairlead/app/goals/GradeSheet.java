package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.methods.goals.ObjectiveKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An objective as it is graded: what its figures suggest, and what was said before.
///
/// @param suggested the objective's score as its key results stand; null when nothing can be scored
/// @param graded the newest score given; null before the first
public record GradeSheet(
    UUID objective,
    String title,
    ObjectiveKind kind,
    String question,
    String state,
    long version,
    Cycle cycle,
    @Nullable Double suggested,
    @Nullable Double graded,
    List<Line> lines,
    @Nullable Retrospective retrospective) {

  public GradeSheet {
    lines = List.copyOf(lines);
  }

  /// A key result on the sheet.
  ///
  /// @param suggested its score at close: 0 when nobody ever checked in; null when it cannot be
  ///   computed
  /// @param settledLater its result arrives after the cycle, so that the grade is provisional until
  ///   then
  public record Line(
      KeyResultDefinition keyResult,
      @Nullable Track track,
      @Nullable Double suggested,
      @Nullable Double graded,
      boolean settledLater,
      boolean provisional) {}

  /// What was learned, kept with the objective.
  public record Retrospective(
      @Nullable Double selfScore,
      String selfAssessment,
      String wentWell,
      String gotInTheWay,
      String learned,
      String nextStep) {}
}
