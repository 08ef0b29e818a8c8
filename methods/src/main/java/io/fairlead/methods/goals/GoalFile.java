package io.fairlead.methods.goals;

import io.fairlead.methods.table.Table;
import io.fairlead.methods.table.TableProblem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The flat goals file: one row a key result, or an objective without any. One format serves
/// import, export and `goals score`. Rows keep what was written, so that export and import give it
/// back to the letter; [#score] reads it.
///
/// @param attributes names of the columns that are not the format's own; they are kept
/// @param problems of the table, not yet of what its rows say
public record GoalFile(List<GoalRow> rows, List<String> attributes, List<TableProblem> problems) {

  public GoalFile {
    rows = List.copyOf(rows);
    attributes = List.copyOf(attributes);
    problems = List.copyOf(problems);
  }

  /// Reads a file. Separated by comma, semicolon or tab; columns in any order; missing ones are
  /// empty; unknown ones are kept as attributes, with a note.
  public static GoalFile parse(String text) {
    Table table = Table.parse(text, name -> GoalColumn.find(name).isPresent());
    var problems = new ArrayList<>(table.problems());
    if (!table.isUnreadable() && !table.header().contains(GoalColumn.OBJECTIVE_ID.header())) {
      problems.add(
          TableProblem.fatal(
              "no-objective-id",
              "There is no column objective_id, so this is not a goals file. Its columns are: "
                  + String.join(", ", table.header())
                  + "."));
      return new GoalFile(List.of(), List.of(), problems);
    }
    var attributes = new ArrayList<String>();
    for (String name : table.header()) {
      if (GoalColumn.find(name).isEmpty()) {
        attributes.add(name);
        problems.add(
            TableProblem.note(
                1, name, "unknown-column", "The column " + name + " is kept as an attribute."));
      }
    }
    return new GoalFile(rows(table), attributes, problems);
  }

  private static List<GoalRow> rows(Table table) {
    var rows = new ArrayList<GoalRow>();
    for (Table.Row row : table.rows()) {
      var cells = new EnumMap<GoalColumn, String>(GoalColumn.class);
      var others = new LinkedHashMap<String, String>();
      for (int column = 0; column < table.header().size(); column++) {
        String name = table.header().get(column);
        String cell = row.cells().get(column);
        GoalColumn.find(name)
            .ifPresentOrElse(known -> cells.put(known, cell), () -> others.put(name, cell));
      }
      rows.add(new GoalRow(row.number(), cells, others));
    }
    return rows;
  }

  /// A file made of rows, to be written.
  public static GoalFile of(List<GoalRow> rows) {
    List<String> attributes =
        rows.stream().flatMap(row -> row.attributes().keySet().stream()).distinct().toList();
    return new GoalFile(rows, attributes, List.of());
  }

  /// Whether there is nothing to work with.
  public boolean isUnreadable() {
    return problems.stream().anyMatch(it -> it.severity() == TableProblem.Severity.FATAL);
  }

  /// As CSV with all columns of the format and then the attributes, formulas neutralised; [#parse]
  /// gives the same rows back.
  public String toCsv() {
    var header = new ArrayList<String>();
    for (GoalColumn column : GoalColumn.values()) {
      header.add(column.header());
    }
    header.addAll(attributes);
    List<Table.Row> lines =
        rows.stream().map(row -> new Table.Row(row.number(), line(row))).toList();
    return new Table(',', header, lines, List.of()).toCsv();
  }

  private List<String> line(GoalRow row) {
    var cells = new ArrayList<String>();
    for (GoalColumn column : GoalColumn.values()) {
      cells.add(row.cells().getOrDefault(column, ""));
    }
    Map<String, String> others = row.attributes();
    attributes.forEach(name -> cells.add(others.getOrDefault(name, "")));
    return cells;
  }

  /// Scores the whole file: key results, objectives, both roll-ups, and all that is wrong with it.
  public GoalFileScore score() {
    return new GoalFileScoring(this).score();
  }
}
