package io.fairlead.app.goals;

import io.fairlead.methods.goals.GoalColumn;
import io.fairlead.methods.table.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a column of an imported file may be: one of the goals file's own, or one of three that only
/// an import knows. Any other column is kept as an attribute.
public enum ImportField {
  OBJECTIVE_ID("id", "goal_id", "objective_key"),
  OBJECTIVE("title", "goal", "objective_title", "goal_name", "name"),
  WHY("description", "objective_description", "rationale"),
  KIND("type", "objective_type", "goal_type"),
  PARENT_ID("parent_objective_id", "parent_goal_id", "parent", "aligned_to"),
  CONTRIBUTES_TO("contributions"),
  CYCLE("period", "quarter", "time_period", "timeframe"),
  CYCLE_STARTS("period_start", "start_date", "cycle_start"),
  CYCLE_ENDS("period_end", "end_date", "cycle_end"),
  LEVEL("goal_level", "scope"),
  OWNER("owner_email", "owner_name", "assignee", "team", "department"),
  STATUS("state"),
  KR_ID("key_result_id"),
  KEY_RESULT("kr", "key_result_title", "key_result_name", "measure"),
  KR_KIND("key_result_kind", "key_result_type", "kr_type"),
  BASELINE("start_value", "start", "initial_value", "from"),
  TARGET("target_value", "goal_value", "to"),
  LOW,
  HIGH,
  TOLERANCE,
  UNIT("metric", "unit_of_measure", "metric_unit"),
  WEIGHT,
  CURRENT("current_or_final_value", "current_value", "final_value", "actual", "progress_value"),
  CONFIDENCE,
  DUE("due_date", "deadline");

  private final String alsoCalled;

  ImportField(String... alsoCalled) {
    this.alsoCalled = String.join(" ", alsoCalled);
  }

  /// As stored and posted: `objective_id`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ImportField> find(String code) {
    return Stream.of(values()).filter(field -> field.code().equals(code)).findFirst();
  }

  /// The column of the goals file; empty for what only an import knows.
  Optional<GoalColumn> column() {
    return GoalColumn.find(code());
  }

  /// Whether some column may be meant by this header.
  static boolean isKnown(String header) {
    return Stream.of(values()).anyMatch(field -> field.isCalled(header));
  }

  private boolean isCalled(String header) {
    return code().equals(header) || List.of(alsoCalled.split(" ")).contains(header);
  }

  /// Which column is which, guessed from the headers: a field's own name first, then what others
  /// call it, in order. Each column and each field at most once.
  static Map<String, ImportField> guessed(List<String> headers) {
    Map<String, ImportField> guess = new LinkedHashMap<>();
    Set<ImportField> taken = new LinkedHashSet<>();
    for (ImportField field : values()) {
      if (headers.contains(field.code())) {
        guess.put(field.code(), field);
        taken.add(field);
      }
    }
    for (ImportField field : values()) {
      for (String name : field.alsoCalled.split(" ")) {
        if (!taken.contains(field) && headers.contains(name) && !guess.containsKey(name)) {
          guess.put(name, field);
          taken.add(field);
        }
      }
    }
    return guess;
  }

  /// The separator and header of a file of anyone's.
  static Table table(String content) {
    return Table.parse(content, ImportField::isKnown);
  }
}
