package io.fairlead.methods.goals;

import io.fairlead.methods.table.TableProblem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An objective as the rows of a file tell it: what they agree on, and its key results.
final class GoalFileObjective {
  private final String id;
  private final int row;
  private final Map<GoalColumn, String> cells = new EnumMap<>(GoalColumn.class);
  private final List<GoalRow> keyResultRows = new ArrayList<>();
  private boolean hasOwnRow;
  private List<Contribution> contributions = List.of();
  private @Nullable ObjectiveKind kind;
  private @Nullable GoalState state;

  private GoalFileObjective(String id, int row) {
    this.id = id;
    this.row = row;
  }

  /// All objectives in the order of their first rows.
  static List<GoalFileObjective> gathered(List<GoalRow> rows, List<TableProblem> problems) {
    var byId = new LinkedHashMap<String, GoalFileObjective>();
    for (GoalRow row : rows) {
      String id = row.text(GoalColumn.OBJECTIVE_ID);
      if (id.isEmpty()) {
        problems.add(
            TableProblem.error(
                row.number(),
                GoalColumn.OBJECTIVE_ID.header(),
                "objective-id-missing",
                "This row has no objective_id; it is left out."));
        continue;
      }
      byId.computeIfAbsent(id, _ -> new GoalFileObjective(id, row.number())).add(row, problems);
    }
    return List.copyOf(byId.values());
  }

  private void add(GoalRow next, List<TableProblem> problems) {
    for (GoalColumn column : GoalColumn.values()) {
      if (!column.isOfObjective() || !next.has(column)) {
        continue;
      }
      String earlier = cells.putIfAbsent(column, next.text(column));
      if (earlier != null && !earlier.equals(next.text(column))) {
        problems.add(
            TableProblem.error(
                next.number(),
                column.header(),
                "conflicting-rows",
                "Row " + row + " says something else of objective " + id + "; that counts."));
      }
    }
    if (next.hasKeyResult()) {
      keyResultRows.add(next);
      return;
    }
    if (hasOwnRow) {
      problems.add(
          TableProblem.error(
              next.number(),
              GoalColumn.OBJECTIVE_ID.header(),
              "duplicate-objective",
              "Objective " + id + " already has a row without a key result."));
    }
    hasOwnRow = true;
  }

  void readCells(List<TableProblem> problems) {
    GoalCells read = new GoalRow(row, cells, Map.of()).read(problems);
    contributions = read.contributions();
    kind = read.kind().orElse(null);
    state = read.state().orElse(null);
  }

  String id() {
    return id;
  }

  int row() {
    return row;
  }

  String text(GoalColumn column) {
    return cells.getOrDefault(column, "");
  }

  List<GoalRow> keyResultRows() {
    return keyResultRows;
  }

  List<Contribution> contributions() {
    return contributions;
  }

  @Nullable ObjectiveKind kind() {
    return kind;
  }

  @Nullable GoalState state() {
    return state;
  }

  boolean isFinal() {
    return state != null && state.isFinal();
  }

  boolean isDropped() {
    return state == GoalState.DROPPED;
  }
}
