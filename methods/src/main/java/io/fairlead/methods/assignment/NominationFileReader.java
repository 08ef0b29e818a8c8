package io.fairlead.methods.assignment;

import io.fairlead.methods.assignment.Nomination.Choice;
import io.fairlead.methods.table.NumberNotation;
import io.fairlead.methods.table.Table;
import io.fairlead.methods.table.TableProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one file of nominations row by row and collects what is wrong with it.
final class NominationFileReader {
  private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x");
  private static final Set<String> NO = Set.of("", "no", "n", "false", "0");
  private static final String SELF = "self";
  private static final int LONGEST_NAME = 200;
  private static final int SHORT = 40;

  private final Table table;
  private final List<TableProblem> problems;
  private final Map<Pair, Row> rows = new LinkedHashMap<>();
  private final Map<String, Cap> caps = new HashMap<>();

  NominationFileReader(Table table) {
    this.table = table;
    this.problems = new ArrayList<>(table.problems());
  }

  private record Pair(String reviewee, String rater) {}

  private record Row(int number, Nomination nomination) {}

  private record Cap(int row, int value) {}

  NominationFile read() {
    if (table.isUnreadable() || !hasColumns()) {
      return new NominationFile(List.of(), Map.of(), problems);
    }
    NumberNotation numbers =
        NumberNotation.of(
            table.rows().stream().map(row -> cell(row, "cost")).toList(), table.separator());
    table.rows().forEach(row -> read(row, numbers));
    if (rows.isEmpty() && problems.stream().noneMatch(NominationFileReader::isGrave)) {
      problems.add(TableProblem.fatal("no-nominations", "There is no nomination in the file."));
    }
    boolean isUsable = problems.stream().noneMatch(NominationFileReader::isGrave);
    Map<String, Integer> own = new HashMap<>();
    caps.forEach((rater, cap) -> own.put(rater, cap.value));
    return new NominationFile(
        isUsable ? rows.values().stream().map(Row::nomination).toList() : List.of(),
        isUsable ? own : Map.of(),
        problems);
  }

  private static boolean isGrave(TableProblem problem) {
    return problem.severity() != TableProblem.Severity.NOTE;
  }

  private boolean hasColumns() {
    List<String> missing =
        NominationFile.COLUMNS.subList(0, 2).stream()
            .filter(column -> !table.header().contains(column))
            .toList();
    if (missing.isEmpty()) {
      return true;
    }
    problems.add(
        TableProblem.fatal(
            "column-missing",
            "No column is named %s; there are: %s."
                .formatted(String.join(" or ", missing), String.join(", ", table.header()))));
    return false;
  }

  private String cell(Table.Row row, String column) {
    int at = table.header().indexOf(column);
    return at < 0 ? "" : row.cells().get(at).strip();
  }

  private void read(Table.Row row, NumberNotation numbers) {
    int before = problems.size();
    String reviewee = name(row, "reviewee");
    String rater = name(row, "rater");
    String group =
        table.header().contains("group")
            ? name(row, "group").toLowerCase(Locale.ROOT)
            : NominationFile.PEER;
    if (group.equals(SELF)) {
      note(row, "group", "self", "everybody may rate themselves; this row is passed over.");
      return;
    }
    if (problems.size() == before && reviewee.equals(rater)) {
      error(
          row,
          "group",
          "own-rating",
          "Who rates themselves is of the group self, not " + group + ".");
    }
    double cost = cost(row, numbers);
    Choice choice = choice(row);
    @Nullable Integer cap = cap(row);
    if (problems.size() > before) {
      return;
    }
    if (cap != null) {
      keep(row, rater, cap);
    }
    Row former =
        rows.put(
            new Pair(reviewee, rater),
            new Row(row.number(), new Nomination(reviewee, rater, group, cost, choice)));
    if (former != null) {
      note(
          row,
          "rater",
          "second-nomination",
          "%s was nominated for %s before, in row %d; the later row counts."
              .formatted(rater, reviewee, former.number));
    }
  }

  private String name(Table.Row row, String column) {
    String name = cell(row, column);
    if (name.isEmpty()) {
      error(row, column, "no-" + column, "This row names no " + column + ".");
    } else if (name.length() > LONGEST_NAME) {
      error(row, column, "name-too-long", "A name has at most " + LONGEST_NAME + " characters.");
    }
    return name;
  }

  private double cost(Table.Row row, NumberNotation numbers) {
    String cell = cell(row, "cost");
    if (cell.isEmpty()) {
      return 0;
    }
    OptionalDouble cost = cell.endsWith("%") ? OptionalDouble.empty() : numbers.read(cell);
    if (cost.isEmpty()) {
      error(row, "cost", "not-a-number", said(cell, "is no number; an empty cell costs nothing."));
    } else if (!(cost.getAsDouble() >= 0 && cost.getAsDouble() <= Nomination.DEAREST)) {
      error(row, "cost", "cost-out-of-range", said(cell, "is no cost: it is 0 to 1,000,000."));
    } else {
      return cost.getAsDouble();
    }
    return 0;
  }

  private Choice choice(Table.Row row) {
    boolean isFixed = yes(row, "fixed");
    boolean isForbidden = yes(row, "forbidden");
    if (isFixed && isForbidden) {
      error(row, "fixed", "fixed-and-forbidden", "A pair is fixed or forbidden, not both.");
    }
    return isFixed ? Choice.FIXED : isForbidden ? Choice.FORBIDDEN : Choice.FREE;
  }

  private boolean yes(Table.Row row, String column) {
    String cell = cell(row, column);
    String plain = cell.toLowerCase(Locale.ROOT);
    if (!YES.contains(plain) && !NO.contains(plain)) {
      error(row, column, "not-yes-or-no", said(cell, "is neither yes nor no."));
    }
    return YES.contains(plain);
  }

  private @Nullable Integer cap(Table.Row row) {
    String cell = cell(row, "cap");
    if (cell.isEmpty()) {
      return null;
    }
    OptionalDouble cap = NumberNotation.POINT.read(cell);
    boolean isWhole =
        cap.isPresent()
            && !cell.endsWith("%")
            && cap.getAsDouble() == Math.rint(cap.getAsDouble())
            && cap.getAsDouble() >= 0
            && cap.getAsDouble() <= RaterCaps.MOST;
    if (!isWhole) {
      error(
          row,
          "cap",
          "not-a-cap",
          said(cell, "is no cap: it is a whole number, 0 to " + RaterCaps.MOST + "."));
      return null;
    }
    return (int) cap.getAsDouble();
  }

  private void keep(Table.Row row, String rater, int value) {
    Cap former = caps.putIfAbsent(rater, new Cap(row.number(), value));
    if (former != null && former.value != value) {
      error(
          row,
          "cap",
          "two-caps",
          "%s has a cap of %d here and of %d in row %d."
              .formatted(rater, value, former.value, former.row));
    }
  }

  private static String said(String cell, String what) {
    String shown = cell.length() > SHORT ? cell.substring(0, SHORT) + "…" : cell;
    return cell.startsWith("=") || cell.startsWith("@")
        ? "“" + shown + "” is a formula; export its value."
        : "“" + shown + "” " + what;
  }

  private void note(Table.Row row, String column, String code, String message) {
    problems.add(TableProblem.note(row.number(), column, code, message));
  }

  private void error(Table.Row row, String column, String code, String message) {
    problems.add(TableProblem.error(row.number(), column, code, message));
  }
}
