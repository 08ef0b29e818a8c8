package io.fairlead.methods.measures;

import io.fairlead.methods.table.Table;
import io.fairlead.methods.table.TableProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A file of values: *long*, one row a value (`measure,date,value[,target]`), or *wide*, one row a
/// day and one column a measure. Separated by comma, semicolon or tab; rows in any order; an empty
/// cell is a gap. In a long one, `dimension` and `slice` name a part of the measure.
///
/// @param series in the order in which they first appear; none if there is an error
/// @param values row by row, all that can be read, whether or not there are errors elsewhere; of a
///   day that stands there twice neither value, and none where dates tell only an order
/// @param problems by row
public record MeasureFile(
    List<MeasureSeries> series, List<MeasureFileValue> values, List<TableProblem> problems) {
  static final Set<String> DATES =
      Set.of("date", "day", "week", "month", "quarter", "year", "period", "time", "timestamp", "t");
  static final Set<String> VALUES = Set.of("value", "amount", "figure", "reading", "actual");
  static final Set<String> MEASURES =
      Set.of("measure", "kpi", "name", "metric", "indicator", "series");
  static final Set<String> TARGETS = Set.of("target", "goal");
  static final Set<String> DIMENSIONS = Set.of("dimension");
  static final Set<String> SLICES = Set.of("slice");
  static final Set<String> GROUPS =
      Set.of(
          "org",
          "organisation",
          "organization",
          "unit",
          "team",
          "group",
          "department",
          "site",
          "region",
          "segment",
          "entity");

  public MeasureFile {
    series = List.copyOf(series);
    values = List.copyOf(values);
    problems = List.copyOf(problems);
  }

  public static MeasureFile parse(String text) {
    Table table = Table.parse(text, MeasureFile::isKnown);
    if (table.isUnreadable()) {
      return new MeasureFile(List.of(), List.of(), table.problems());
    }
    return new MeasureFileReader(table, Table.titles(text, table.separator())).read();
  }

  private static boolean isKnown(String column) {
    return DATES.contains(column)
        || VALUES.contains(column)
        || MEASURES.contains(column)
        || TARGETS.contains(column)
        || DIMENSIONS.contains(column)
        || SLICES.contains(column)
        || GROUPS.contains(column);
  }

  /// Whether nothing can be said of it.
  public boolean hasErrors() {
    return problems.stream().anyMatch(it -> it.severity() != TableProblem.Severity.NOTE);
  }

  /// By its name as written, or else whatever its case.
  public Optional<MeasureSeries> find(String name) {
    Optional<MeasureSeries> exact =
        series.stream().filter(it -> it.name().equals(name)).findFirst();
    return exact.isPresent()
        ? exact
        : series.stream()
            .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
            .findFirst();
  }

  /// Two measures of the file, the one that may lead first.
  public record Pair(MeasureSeries lead, MeasureSeries lagging) {}

  /// The pairs of `lead:lag,lead:lag`, whose names may have colons and commas of their own.
  ///
  /// @return empty if it names a measure that is not there
  public Optional<List<Pair>> pairs(String text) {
    if (text.isBlank()) {
      return Optional.of(List.of());
    }
    return ends(text)
        .mapToObj(end ->
            pair(text.substring(0, end).strip())
                .flatMap(first ->
                    pairs(text.substring(Math.min(text.length(), end + 1)))
                        .map(others -> joined(first, others))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static IntStream ends(String text) {
    return IntStream.rangeClosed(1, text.length())
        .filter(end -> end == text.length() || text.charAt(end) == ',');
  }

  private static List<Pair> joined(Pair first, List<Pair> others) {
    List<Pair> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return List.copyOf(all);
  }

  private Optional<Pair> pair(String text) {
    return IntStream.range(0, text.length())
        .filter(at -> text.charAt(at) == ':')
        .mapToObj(at ->
            find(text.substring(0, at).strip())
                .flatMap(lead ->
                    find(text.substring(at + 1).strip()).map(lagging -> new Pair(lead, lagging))))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
