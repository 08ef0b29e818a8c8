package io.fairlead.app.goals;

import io.fairlead.methods.goals.GoalColumn;
import io.fairlead.methods.goals.GoalRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One line of the flat goals file: a key result with its objective, or an objective without any.
/// Export writes it, and import compares with it what a cell said, so that nothing is lost between.
///
/// @param objective its id in files: the one it came with, else ours
/// @param contributions share by the id of the objective contributed to
/// @param attributes the columns that are not the format's own
record GoalLine(
    String objective,
    String parent,
    Map<String, BigDecimal> contributions,
    String cycle,
    String level,
    String owner,
    String title,
    String kind,
    String status,
    @Nullable Part part,
    Map<String, String> attributes) {

  /// @param current the newest value, as the file says it
  record Part(
      String id,
      String title,
      KeyResultKind kind,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable BigDecimal tolerance,
      List<KeyResultPlan.Milestone> milestones,
      String unit,
      BigDecimal weight,
      String current,
      @Nullable Integer confidence,
      @Nullable LocalDate due) {}

  GoalRow row() {
    return new GoalRow(0, cells(), attributes);
  }

  Map<GoalColumn, String> cells() {
    Map<GoalColumn, String> cells = new EnumMap<>(GoalColumn.class);
    cells.put(GoalColumn.OBJECTIVE_ID, objective);
    cells.put(GoalColumn.PARENT_ID, parent);
    cells.put(
        GoalColumn.CONTRIBUTES_TO,
        contributions.entrySet().stream()
            .map(each -> each.getKey() + ":" + plain(each.getValue()))
            .collect(Collectors.joining(";")));
    cells.put(GoalColumn.CYCLE, cycle);
    cells.put(GoalColumn.LEVEL, level);
    cells.put(GoalColumn.OWNER, owner);
    cells.put(GoalColumn.OBJECTIVE, title);
    cells.put(GoalColumn.KIND, kind);
    cells.put(GoalColumn.STATUS, status);
    if (part != null) {
      cells.put(GoalColumn.KR_ID, part.id);
      cells.put(GoalColumn.KEY_RESULT, part.title);
      cells.put(GoalColumn.KR_KIND, part.kind.code());
      cells.put(GoalColumn.BASELINE, plain(part.baseline));
      cells.put(
          GoalColumn.TARGET,
          part.kind == KeyResultKind.MILESTONES ? steps(part) : plain(part.target));
      cells.put(GoalColumn.LOW, plain(part.low));
      cells.put(GoalColumn.HIGH, plain(part.high));
      cells.put(GoalColumn.TOLERANCE, plain(part.tolerance));
      cells.put(GoalColumn.UNIT, part.unit);
      cells.put(GoalColumn.WEIGHT, plain(part.weight));
      cells.put(GoalColumn.CURRENT, part.current);
      cells.put(GoalColumn.CONFIDENCE, part.confidence == null ? "" : part.confidence.toString());
      cells.put(GoalColumn.DUE, part.due == null ? "" : part.due.toString());
    }
    return cells;
  }

  private static String steps(Part part) {
    return part.milestones.stream()
        .map(step -> step.name() + ":" + plain(step.weight()))
        .collect(Collectors.joining(";"));
  }

  static String plain(@Nullable BigDecimal figure) {
    return figure == null ? "" : figure.stripTrailingZeros().toPlainString();
  }
}
