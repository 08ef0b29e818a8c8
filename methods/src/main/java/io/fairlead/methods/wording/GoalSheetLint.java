package io.fairlead.methods.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The findings on a sheet of goals, each with its row, and what was read from each key result.
///
/// @param findings in the order of the rows
/// @param readings one a key result, in the order of the rows
public record GoalSheetLint(List<Finding> findings, List<Reading> readings) {
  public GoalSheetLint {
    findings = List.copyOf(findings);
    readings = List.copyOf(readings);
  }

  /// A finding at its place.
  ///
  /// @param row as a spreadsheet counts, the header being 1
  /// @param objectiveId empty if the sheet has no ids; so is `keyResultId`, and where the finding
  ///   is about the objective
  public record Finding(int row, String objectiveId, String keyResultId, GoalFinding finding) {}

  /// What a key result and its objective say.
  public record Reading(
      int row,
      String objectiveId,
      String keyResultId,
      ReadObjective objective,
      ReadKeyResult keyResult) {}

  public static GoalSheetLint of(GoalSheet sheet, Language language, LintSettings settings) {
    var reader = new GoalReader(language);
    var lint = new GoalLint(language, settings);
    List<Finding> findings = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (GoalSheet.Objective objective : sheet.objectives()) {
      ReadObjective title = reader.objective(objective.linted().title());
      List<ReadKeyResult> read = new ArrayList<>();
      for (int i = 0; i < objective.keyResults().size(); i++) {
        LintedKeyResult linted = objective.linted().keyResults().get(i);
        GoalSheet.KeyResult place = objective.keyResults().get(i);
        read.add(reader.keyResult(linted.title(), linted.given()));
        readings.add(new Reading(place.row(), objective.id(), place.id(), title, read.getLast()));
      }
      for (GoalFinding finding : lint.findings(objective.linted(), title, read)) {
        findings.add(placed(objective, finding));
      }
    }
    findings.sort(Comparator.comparingInt(Finding::row));
    return new GoalSheetLint(findings, readings);
  }

  private static Finding placed(GoalSheet.Objective objective, GoalFinding finding) {
    if (finding.isOfObjective()) {
      return new Finding(objective.row(), objective.id(), "", finding);
    }
    GoalSheet.KeyResult place = objective.keyResults().get(finding.keyResult());
    return new Finding(place.row(), objective.id(), place.id(), finding);
  }

  /// Whether an error was found.
  public boolean hasErrors() {
    return findings.stream().anyMatch(it -> it.finding().severity() == Severity.ERROR);
  }
}
