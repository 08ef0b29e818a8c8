package io.fairlead.methods.agreement;

import io.fairlead.methods.table.Table;
import io.fairlead.methods.table.TableProblem;
import java.util.List;

/// A file of ratings: *long*, one row a rating with who rated whom (`ratee,rater[,item],rating`),
/// or *wide*, one row a ratee and one column a rater or an item. Separated by comma, semicolon or
/// tab; rows in any order; an empty cell, `NA` or `N/A` is a rating that was not given.
///
/// @param isWide whether columns are raters (or items, which a wide file does not tell apart)
/// @param ratees by name, in the order in which they first appear
/// @param items one without name where the file has none
/// @param ratings none if there is an error
/// @param problems by row
public record RatingFile(
    boolean isWide,
    List<String> raters,
    List<String> ratees,
    List<String> items,
    List<Rating> ratings,
    List<TableProblem> problems) {
  /// Beyond this no rating lies.
  static final double LARGEST = 1e9;

  static final int LONGEST_NAME = 200;

  public RatingFile {
    raters = List.copyOf(raters);
    ratees = List.copyOf(ratees);
    items = List.copyOf(items);
    ratings = List.copyOf(ratings);
    problems = List.copyOf(problems);
  }

  /// Long or wide, as its header tells.
  public static RatingFile parse(String text, RatingColumns columns) {
    return read(text, columns, true);
  }

  /// Long only: who rated whom must be told. Items are told apart only by a column that was named.
  public static RatingFile parseLong(String text, RatingColumns columns) {
    return read(text, columns, false);
  }

  private static RatingFile read(String text, RatingColumns columns, boolean mayBeWide) {
    List<String> asked =
        List.of(columns.rater(), columns.ratee(), columns.rating(), columns.item());
    Table table =
        Table.parse(
            text,
            name ->
                RatingColumns.RATERS.contains(name)
                    || RatingColumns.RATEES.contains(name)
                    || RatingColumns.RATINGS.contains(name)
                    || RatingColumns.ITEMS.contains(name)
                    || asked.stream().map(Table::columnName).anyMatch(name::equals));
    if (table.isUnreadable()) {
      return without(table.problems());
    }
    return new RatingFileReader(table, Table.titles(text, table.separator()))
        .read(columns, mayBeWide);
  }

  static RatingFile without(List<TableProblem> problems) {
    return new RatingFile(false, List.of(), List.of(), List.of(), List.of(), problems);
  }

  /// Whether nothing can be said of it.
  public boolean hasErrors() {
    return problems.stream().anyMatch(it -> it.severity() != TableProblem.Severity.NOTE);
  }

  /// Whether it tells items apart.
  public boolean hasItems() {
    return items.size() > 1 || items.stream().anyMatch(name -> !name.isEmpty());
  }
}
