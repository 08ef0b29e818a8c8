package io.fairlead.methods.wording;

import io.fairlead.methods.table.Table;
import io.fairlead.methods.table.TableProblem;
import io.fairlead.methods.wording.LintedKeyResult.Facts;
import io.fairlead.methods.wording.LintedKeyResult.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A sheet of goals as anyone keeps it, for the linter: one row a key result, or an objective
/// without any. It takes the goals file that `goals score` reads, and sheets of other origin: with
/// or without ids, the objective repeated or only on its first row.
///
/// @param objectives in the order of their first row
/// @param problems of the table; an unreadable one has no objectives
public record GoalSheet(List<Objective> objectives, List<TableProblem> problems) {
  private static final int LONGEST_TEXT = 4_000;

  /// Names by which a column may go, the usual one first.
  private enum Column {
    OBJECTIVE_ID("objective_id goal_id"),
    OBJECTIVE("objective goal objective_title"),
    KR_ID("kr_id key_result_id"),
    KEY_RESULT("key_result kr key_results key_result_title"),
    KR_KIND("kr_kind"),
    BASELINE("baseline start_value start initial_value"),
    TARGET("target target_value goal_value"),
    LOW("low"),
    UNIT("unit metric_unit"),
    WEIGHT("weight"),
    DUE("due due_date deadline"),
    OWNER("owner team assignee responsible"),
    CYCLE("cycle period quarter"),
    FROM("period_start cycle_start"),
    TO("period_end cycle_end");

    private final String names;

    Column(String names) {
      this.names = names;
    }

    List<String> names() {
      return List.of(names.split(" ", -1));
    }

    static boolean isKnown(String name) {
      for (Column column : values()) {
        if (column.names().contains(name)) {
          return true;
        }
      }
      return false;
    }
  }

  /// An objective with its key results.
  ///
  /// @param row of its first line, as a spreadsheet counts
  /// @param id as written; empty if the sheet has none
  public record Objective(int row, String id, LintedObjective linted, List<KeyResult> keyResults) {
    public Objective {
      keyResults = List.copyOf(keyResults);
    }
  }

  /// Where a key result stands.
  ///
  /// @param row as a spreadsheet counts, the header being 1
  /// @param id as written; empty if the sheet has none
  public record KeyResult(int row, String id) {}

  public GoalSheet {
    objectives = List.copyOf(objectives);
    problems = List.copyOf(problems);
  }

  /// Reads a sheet separated by comma, semicolon or tab.
  public static GoalSheet parse(String text) {
    Table table = Table.parse(text, Column::isKnown);
    if (table.isUnreadable()) {
      return new GoalSheet(List.of(), table.problems());
    }
    var reader = new Reader(table);
    if (!reader.has(Column.KEY_RESULT) && !reader.has(Column.OBJECTIVE)) {
      return new GoalSheet(List.of(), List.of(noGoals(table.header())));
    }
    return reader.read();
  }

  private static TableProblem noGoals(List<String> header) {
    return TableProblem.fatal(
        "no-goals",
        "There is neither a column objective nor a column key_result. The columns are: "
            + String.join(", ", header)
            + ".");
  }

  public boolean isUnreadable() {
    return problems.stream().anyMatch(it -> it.severity() == TableProblem.Severity.FATAL);
  }

  private static final class Reader {
    private final Table table;
    private final Map<Column, Integer> places = new HashMap<>();
    private final List<TableProblem> problems;
    private final Map<String, Gathered> objectives = new LinkedHashMap<>();
    private String lastKey = "";

    Reader(Table table) {
      this.table = table;
      this.problems = new ArrayList<>(table.problems());
      for (Column column : Column.values()) {
        for (String name : column.names()) {
          int at = table.header().indexOf(name);
          if (at >= 0) {
            places.putIfAbsent(column, at);
          }
        }
      }
    }

    boolean has(Column column) {
      return places.containsKey(column);
    }

    GoalSheet read() {
      for (Table.Row row : table.rows()) {
        gather(row);
      }
      Map<String, Integer> owned = new HashMap<>();
      objectives.values().forEach(it -> owned.merge(it.ownerInCycle(), 1, Integer::sum));
      Set<String> repeated = repeated();
      List<Objective> read =
          objectives.values().stream().map(it -> it.objective(owned, repeated, this)).toList();
      return new GoalSheet(read, problems);
    }

    private void gather(Table.Row row) {
      String id = cell(row, Column.OBJECTIVE_ID);
      String title = cell(row, Column.OBJECTIVE);
      String key = id.isEmpty() ? title + "\0" + cell(row, Column.CYCLE) : "\0" + id;
      boolean sameAsAbove = id.isEmpty() && title.isEmpty();
      lastKey = sameAsAbove ? lastKey : key;
      Gathered objective = objectives.computeIfAbsent(lastKey, _ -> new Gathered(row.number(), id));
      objective.add(row, this);
    }

    String cell(Table.Row row, Column column) {
      Integer at = places.get(column);
      if (at == null) {
        return "";
      }
      String text = row.cells().get(at).strip();
      return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /// Measured key results that stand, word for word, in more than one objective.
    private Set<String> repeated() {
      Map<String, String> first = new HashMap<>();
      Set<String> twice = new HashSet<>();
      objectives.forEach((key, objective) ->
          objective.rows.forEach(row -> {
            String words = words(cell(row, Column.KEY_RESULT));
            String other = first.putIfAbsent(words, key);
            if (other != null && !other.equals(key)) {
              twice.add(words);
            }
          }));
      return twice;
    }

    @Nullable LocalDate date(Table.Row row, Column column) {
      String written = cell(row, column);
      try {
        return written.length() == 10 ? LocalDate.parse(written) : null;
      } catch (DateTimeException _) {
        return null;
      }
    }
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}%$€£]+", " ").strip();
  }

  /// The rows of one objective.
  private static final class Gathered {
    final List<Table.Row> rows = new ArrayList<>();
    private final int row;
    private final String id;
    private String title = "";
    private String owner = "";
    private String cycle = "";
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    Gathered(int row, String id) {
      this.row = row;
      this.id = id;
    }

    void add(Table.Row line, Reader reader) {
      title = title.isEmpty() ? reader.cell(line, Column.OBJECTIVE) : title;
      owner = owner.isEmpty() ? reader.cell(line, Column.OWNER) : owner;
      cycle = cycle.isEmpty() ? reader.cell(line, Column.CYCLE) : cycle;
      from = from == null ? reader.date(line, Column.FROM) : from;
      to = to == null ? reader.date(line, Column.TO) : to;
      if (!reader.cell(line, Column.KEY_RESULT).isEmpty()
          || !reader.cell(line, Column.KR_ID).isEmpty()) {
        rows.add(line);
      }
    }

    String ownerInCycle() {
      return owner.isEmpty() ? "" : owner + "\0" + cycle;
    }

    Objective objective(Map<String, Integer> owned, Set<String> repeated, Reader reader) {
      List<LintedKeyResult> linted =
          rows.stream().map(line -> keyResult(line, repeated, reader)).toList();
      int ofOwner = owner.isEmpty() ? 0 : owned.getOrDefault(ownerInCycle(), 0);
      return new Objective(
          row,
          id,
          new LintedObjective(title, linted, from, to, ofOwner),
          rows.stream()
              .map(line -> new KeyResult(line.number(), reader.cell(line, Column.KR_ID)))
              .toList());
    }

    private LintedKeyResult keyResult(Table.Row line, Set<String> repeated, Reader reader) {
      String text = reader.cell(line, Column.KEY_RESULT);
      var given =
          new GivenFigures(
              reader.cell(line, Column.BASELINE),
              reader.cell(line, Column.TARGET),
              reader.cell(line, Column.UNIT));
      boolean dated = reader.has(Column.DUE) || reader.has(Column.CYCLE) || reader.has(Column.TO);
      boolean due = !reader.cell(line, Column.DUE).isEmpty() || !cycle.isEmpty() || to != null;
      boolean owned = !owner.isEmpty() || !reader.cell(line, Column.OWNER).isEmpty();
      Facts facts =
          Facts.said(weight(line, reader), reader.date(line, Column.DUE), false, false)
              .missing(dated && !due, reader.has(Column.OWNER) && !owned)
              .measuredBy(
                  LintedKeyResult.Indicator.UNSAID, repeated.contains(words(text)), false, false);
      return new LintedKeyResult(text, given, kind(line, reader), facts);
    }

    private static @Nullable Double weight(Table.Row line, Reader reader) {
      String written = reader.cell(line, Column.WEIGHT);
      try {
        return written.isEmpty() ? null : Double.valueOf(written);
      } catch (NumberFormatException _) {
        reader.problems.add(
            TableProblem.error(
                line.number(), "weight", "not-a-number", "The weight is not a number."));
        return null;
      }
    }

    private static Kind kind(Table.Row line, Reader reader) {
      return switch (reader.cell(line, Column.KR_KIND).toLowerCase(Locale.ROOT)) {
        case "increase" -> Kind.INCREASE;
        case "decrease" -> Kind.DECREASE;
        case "band" -> Kind.BAND;
        case "milestones" -> Kind.MILESTONES;
        case "yes-no" -> Kind.YES_NO;
        default -> Kind.UNSAID;
      };
    }
  }
}
