package io.fairlead.methods.goals;

import io.fairlead.methods.table.TableProblem;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One row of a goals file, as it was written; [GoalCells] reads its cells as figures.
///
/// @param number as a spreadsheet counts, the header being 1; 0 for one that was not read
/// @param cells what is written in the known columns; a missing column is an empty cell
/// @param attributes what is written in others, by column name, in their order
public record GoalRow(int number, Map<GoalColumn, String> cells, Map<String, String> attributes) {
  private static final Set<GoalColumn> TELLING =
      Set.of(
          GoalColumn.KR_ID,
          GoalColumn.KEY_RESULT,
          GoalColumn.KR_KIND,
          GoalColumn.BASELINE,
          GoalColumn.TARGET,
          GoalColumn.LOW,
          GoalColumn.HIGH,
          GoalColumn.CURRENT);

  public GoalRow {
    var known = new EnumMap<GoalColumn, String>(GoalColumn.class);
    known.putAll(cells);
    known.values().removeIf(String::isEmpty);
    cells = Collections.unmodifiableMap(known);
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  public static GoalRow of(Map<GoalColumn, String> cells) {
    return new GoalRow(0, cells, Map.of());
  }

  /// The cell without the blanks around it; empty if there is none.
  public String text(GoalColumn column) {
    return cells.getOrDefault(column, "").strip();
  }

  public boolean has(GoalColumn column) {
    return !text(column).isEmpty();
  }

  /// Whether it says what a key result is; a weight or a due date alone does not make one.
  public boolean hasKeyResult() {
    return TELLING.stream().anyMatch(this::has);
  }

  /// Its cells read as figures, with a problem for each that cannot be.
  public GoalCells read(List<TableProblem> problems) {
    return new GoalCells(this, problems);
  }
}
