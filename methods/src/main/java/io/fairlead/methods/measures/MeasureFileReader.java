package io.fairlead.methods.measures;

import io.fairlead.methods.table.NumberNotation;
import io.fairlead.methods.table.Table;
import io.fairlead.methods.table.TableProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads the series of a table and finds everything that is wrong with it.
final class MeasureFileReader {
  private static final int LONGEST_NAME = 200;
  private static final String JOINED = " · ";

  private final Table table;
  private final List<String> titles;
  private final List<TableProblem> problems;
  private final Map<String, SortedMap<LocalDate, Reading>> found = new LinkedHashMap<>();
  private final List<MeasureFileValue> sound = new ArrayList<>();
  private final Set<Integer> twice = new HashSet<>();
  private final Map<String, Cell> firsts = new HashMap<>();
  private DayNotation days = DayNotation.DAY;
  private NumberNotation numbers = NumberNotation.POINT;

  MeasureFileReader(Table table, List<String> titles) {
    this.table = table;
    this.titles = titles;
    this.problems = new ArrayList<>(table.problems());
  }

  /// @param sound its place among what can be read; below 0 where its row is wrong
  private record Reading(int row, int sound, double value, @Nullable Double target) {}

  /// A cell of values and what it is said of.
  private record Cell(
      int row,
      String column,
      String measure,
      String dimension,
      String slice,
      String day,
      String value,
      String target) {

    /// The measure and which part of it.
    String series() {
      return dimension.isEmpty() && slice.isEmpty()
          ? measure
          : measure + JOINED + dimension + ": " + slice;
    }
  }

  MeasureFile read() {
    OptionalInt day = column(MeasureFile.DATES);
    OptionalInt value = column(MeasureFile.VALUES);
    OptionalInt measure = column(MeasureFile.MEASURES);
    boolean isLong = day.isPresent() && value.isPresent() && measure.isPresent();
    if (!isLong && measure.isPresent()) {
      problems.add(
          TableProblem.fatal(
              "no-values",
              "There is a column "
                  + table.header().get(measure.getAsInt())
                  + " and none of "
                  + (day.isEmpty() ? "dates (date)" : "values (value)")
                  + ". Its columns are: "
                  + String.join(", ", table.header())
                  + "."));
      return new MeasureFile(List.of(), List.of(), problems);
    }
    List<Cell> cells =
        isLong
            ? longCells(measure.getAsInt(), day.getAsInt(), value.getAsInt())
            : wideCells(day.orElse(0));
    read(cells);
    problems.sort(Comparator.comparingInt(TableProblem::row));
    boolean isSound =
        problems.stream().noneMatch(it -> it.severity() != TableProblem.Severity.NOTE);
    return new MeasureFile(isSound ? series() : List.of(), values(), problems);
  }

  private List<MeasureFileValue> values() {
    boolean isUnclear =
        problems.stream().anyMatch(it -> it.severity() == TableProblem.Severity.FATAL);
    return isUnclear || days.isOrderOnly()
        ? List.of()
        : IntStream.range(0, sound.size())
            .filter(at -> !twice.contains(at))
            .mapToObj(sound::get)
            .toList();
  }

  private OptionalInt column(Set<String> names) {
    return IntStream.range(0, table.header().size())
        .filter(column -> names.contains(table.header().get(column)))
        .findFirst();
  }

  private List<Cell> longCells(int measure, int day, int value) {
    OptionalInt target = column(MeasureFile.TARGETS);
    OptionalInt group = column(MeasureFile.GROUPS);
    OptionalInt dimension = column(MeasureFile.DIMENSIONS);
    OptionalInt slice = column(MeasureFile.SLICES);
    boolean joins = group.isPresent() && repeats(measure, group.getAsInt());
    List<Cell> cells = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      List<String> line = row.cells();
      String name = line.get(measure).strip();
      String full = joins ? line.get(group.getAsInt()).strip() + JOINED + name : name;
      cells.add(
          new Cell(
              row.number(),
              table.header().get(value),
              name.isEmpty() ? "" : full,
              dimension.isPresent() ? line.get(dimension.getAsInt()).strip() : "",
              slice.isPresent() ? line.get(slice.getAsInt()).strip() : "",
              line.get(day).strip(),
              line.get(value).strip(),
              target.isPresent() ? line.get(target.getAsInt()).strip() : ""));
    }
    for (int column = 0; column < table.header().size(); column++) {
      if (column != measure
          && column != day
          && column != value
          && column != target.orElse(-1)
          && column != dimension.orElse(-1)
          && column != slice.orElse(-1)
          && column != group.orElse(-1)) {
        note(column);
      }
    }
    return cells;
  }

  private void note(int column) {
    String name = table.header().get(column);
    problems.add(
        TableProblem.note(1, name, "unknown-column", "The column " + name + " is not used."));
  }

  /// Whether two groups have a measure of the same name.
  private boolean repeats(int measure, int group) {
    Map<String, String> groups = new LinkedHashMap<>();
    for (Table.Row row : table.rows()) {
      String of = row.cells().get(group);
      if (!of.equals(groups.computeIfAbsent(row.cells().get(measure), _ -> of))) {
        return true;
      }
    }
    return false;
  }

  private List<Cell> wideCells(int day) {
    List<Cell> cells = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      for (int column = 0; column < table.header().size(); column++) {
        if (column != day && !isTargetOfOne(column)) {
          cells.add(
              new Cell(
                  row.number(),
                  table.header().get(column),
                  titles.get(column),
                  "",
                  "",
                  row.cells().get(day).strip(),
                  row.cells().get(column).strip(),
                  targetOfOne(row)));
        }
      }
    }
    if (table.header().size() < 2) {
      problems.add(
          TableProblem.fatal(
              "no-measures",
              "There is one column only: a file of values has measure, date and value, or a date and"
                  + " one column a measure."));
    }
    return cells;
  }

  /// `date,value,target` speaks of one measure.
  private boolean isTargetOfOne(int column) {
    return table.header().size() == 3
        && column(MeasureFile.VALUES).isPresent()
        && MeasureFile.TARGETS.contains(table.header().get(column));
  }

  private String targetOfOne(Table.Row row) {
    OptionalInt target = column(MeasureFile.TARGETS);
    return target.isPresent() && isTargetOfOne(target.getAsInt())
        ? row.cells().get(target.getAsInt()).strip()
        : "";
  }

  private void read(List<Cell> cells) {
    List<String> written = cells.stream().map(Cell::day).filter(it -> !it.isEmpty()).toList();
    days = notation(written);
    numbers =
        NumberNotation.of(
            cells.stream().map(Cell::value).filter(it -> !it.isEmpty()).toList(),
            table.separator());
    Set<String> complained = new HashSet<>();
    for (Cell cell : cells) {
      read(cell, complained);
    }
    if (found.isEmpty() && problems.stream().noneMatch(this::isError)) {
      problems.add(TableProblem.fatal("no-values", "There is no value in this file."));
    }
  }

  private boolean isError(TableProblem problem) {
    return problem.severity() != TableProblem.Severity.NOTE;
  }

  private DayNotation notation(List<String> written) {
    List<String> different = written.stream().distinct().toList();
    Optional<DayNotation> notation = DayNotation.of(different);
    if (notation.isEmpty() && isAmbiguous(different)) {
      problems.add(
          TableProblem.fatal(
              "ambiguous-dates",
              "“"
                  + different.getFirst()
                  + "” may be read day first or month first, and no other row decides; write dates"
                  + " as 2026-03-31."));
    }
    if (different.stream().map(DayNotation::zone).distinct().count() > 1) {
      problems.add(
          TableProblem.fatal(
              "mixed-time-zones",
              "Times are of different zones, so a day is not the same one on every row; write days"
                  + " as 2026-03-31."));
    }
    return notation.or(() -> DayNotation.ofMost(different)).orElse(DayNotation.DAY);
  }

  private static boolean isAmbiguous(List<String> written) {
    return !written.isEmpty()
        && written.stream()
            .allMatch(cell ->
                DayNotation.DAY_FIRST.read(cell).isPresent()
                    && DayNotation.MONTH_FIRST.read(cell).isPresent());
  }

  private void read(Cell cell, Set<String> complained) {
    if (cell.value().isEmpty()) {
      return;
    }
    int before = problems.size();
    Optional<LocalDate> day = days.read(cell.day());
    if (cell.measure().isEmpty()) {
      error(cell.row(), "measure", "no-measure", "This row has a value and no measure.");
    } else if (cell.measure().length() > LONGEST_NAME) {
      error(cell.row(), "measure", "name-too-long", "A name has at most 200 characters.");
    } else if (cell.measure().startsWith("=") || cell.measure().startsWith("@")) {
      error(
          cell.row(),
          "measure",
          "formula",
          "“" + shortened(cell.measure()) + "” begins like a formula and is no name.");
    }
    if (day.isEmpty() && complained.add(cell.row() + "")) {
      error(cell.row(), "date", "not-a-date", notADay(cell.day()));
    }
    OptionalDouble value = number(cell, cell.column(), cell.value());
    if (value.isPresent()) {
      oneUnit(cell);
    }
    OptionalDouble target =
        cell.target().isEmpty() ? OptionalDouble.empty() : number(cell, "target", cell.target());
    if (day.isPresent() && value.isPresent()) {
      keep(cell, day.get(), value.getAsDouble(), target, problems.size() == before);
    }
  }

  /// A measure is in per cent on all rows or on none: `45 %` and `0.45` are not the same figure.
  private void oneUnit(Cell cell) {
    Cell first = firsts.computeIfAbsent(cell.measure(), _ -> cell);
    if (isPercent(first) != isPercent(cell)) {
      error(
          cell.row(),
          cell.column(),
          "mixed-units",
          "“%s” is written “%s” on row %d and “%s” here: with a per cent sign on all rows or on none."
              .formatted(
                  shortened(cell.measure()),
                  shortened(first.value()),
                  first.row(),
                  shortened(cell.value())));
    }
  }

  private static boolean isPercent(Cell cell) {
    return cell.value().endsWith("%");
  }

  private String notADay(String cell) {
    if (cell.isEmpty()) {
      return "This row has a value and no date.";
    }
    boolean isAnyDay = DayNotation.of(List.of(cell)).isPresent();
    return isAnyDay
        ? "“" + shortened(cell) + "” is not written as most dates of this file are."
        : "“" + shortened(cell) + "” is not a date such as 2026-03-31.";
  }

  private OptionalDouble number(Cell cell, String column, String text) {
    OptionalDouble value = numbers.read(text);
    if (value.isEmpty()) {
      boolean isFormula = text.startsWith("=") || text.startsWith("@");
      error(
          cell.row(),
          column,
          isFormula ? "formula" : "not-a-number",
          "“"
              + shortened(text)
              + (isFormula
                  ? "” is a formula; export its value."
                  : "” is not a number such as 1234.5; leave a cell empty where there is none."));
      return value;
    }
    if (!(Math.abs(value.getAsDouble()) <= History.LARGEST)) {
      error(
          cell.row(),
          column,
          "number-out-of-range",
          shortened(text) + " is too large: at most 10^15 either way.");
      return OptionalDouble.empty();
    }
    return value;
  }

  private void keep(
      Cell cell, LocalDate day, double value, OptionalDouble target, boolean isSound) {
    Double aim = target.isPresent() ? Double.valueOf(target.getAsDouble()) : null;
    Reading reading = new Reading(cell.row(), isSound ? sound.size() : -1, value, aim);
    Reading before =
        found.computeIfAbsent(cell.series(), _ -> new TreeMap<>()).putIfAbsent(day, reading);
    if (isSound && before == null) {
      sound.add(
          new MeasureFileValue(
              cell.row(), cell.measure(), cell.dimension(), cell.slice(), day, value, aim));
    }
    if (before != null) {
      twice.add(before.sound());
      error(
          cell.row(),
          "date",
          "duplicate-value",
          "“%s” has a value of %s on row %d already."
              .formatted(shortened(cell.measure()), shortened(cell.day()), before.row()));
    }
  }

  private List<MeasureSeries> series() {
    return found.entrySet().stream()
        .map(entry -> series(entry.getKey(), entry.getValue()))
        .toList();
  }

  private MeasureSeries series(String name, SortedMap<LocalDate, Reading> readings) {
    List<LocalDate> at = List.copyOf(readings.keySet());
    Collection<Reading> read = readings.values();
    double[] values = read.stream().mapToDouble(Reading::value).toArray();
    Double target = null;
    for (Reading reading : read) {
      target = reading.target() == null ? target : reading.target();
    }
    History history = days.isOrderOnly() ? History.inOrder(at, values) : History.of(at, values);
    return new MeasureSeries(name, history, target);
  }

  private void error(int row, String column, String code, String message) {
    problems.add(TableProblem.error(row, column, code, message));
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }
}
