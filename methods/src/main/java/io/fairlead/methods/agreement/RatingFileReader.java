package io.fairlead.methods.agreement;

import io.fairlead.methods.table.NumberNotation;
import io.fairlead.methods.table.Table;
import io.fairlead.methods.table.TableProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads one file of ratings.
final class RatingFileReader {
  private static final Set<String> NOT_GIVEN = Set.of("", "NA", "N/A");
  private static final int NONE = -1;
  private static final int SHORT = 30;
  private static final int LEAST_COUNTED = 3;
  private static final Pattern TRAILING_DIGITS = Pattern.compile("\\d+$");

  private final Table table;
  private final List<String> titles;
  private final List<TableProblem> problems;
  private final Names raters = new Names();
  private final Names ratees = new Names();
  private final Names items = new Names();
  private final List<Rating> ratings = new ArrayList<>();
  private NumberNotation numbers = NumberNotation.POINT;

  RatingFileReader(Table table, List<String> titles) {
    this.table = table;
    this.titles = titles;
    this.problems = new ArrayList<>(table.problems());
  }

  /// Names in the order in which they first appear.
  private static final class Names {
    private final Map<String, Integer> places = new LinkedHashMap<>();

    int place(String name) {
      return places.computeIfAbsent(name, _ -> places.size());
    }

    List<String> all() {
      return List.copyOf(places.keySet());
    }
  }

  RatingFile read(RatingColumns columns, boolean mayBeWide) {
    int rater = column(columns.rater(), RatingColumns.RATERS);
    int ratee = column(columns.ratee(), RatingColumns.RATEES);
    int rating = column(columns.rating(), RatingColumns.RATINGS);
    int item = column(columns.item(), mayBeWide ? RatingColumns.ITEMS : Set.of());
    int[] others = columns.others().stream().mapToInt(name -> named(name)).toArray();
    if (!problems.isEmpty() && isFatal()) {
      return RatingFile.without(problems);
    }
    boolean isLong = ratee != NONE && rating != NONE && (rater != NONE || item != NONE);
    boolean namesColumns = !columns.rater().isEmpty() || !columns.rating().isEmpty();
    if (isLong && (rater != NONE || mayBeWide)) {
      distinct(rater, ratee, rating, item);
      readLong(rater, ratee, rating, item, others);
    } else if (mayBeWide && !namesColumns) {
      readWide(ratee);
    } else {
      missing(rater, ratee, rating);
    }
    if (ratings.isEmpty() && problems.stream().noneMatch(RatingFileReader::isGrave)) {
      fatal("no-ratings", "No row has a rating.");
    }
    boolean failed = problems.stream().anyMatch(RatingFileReader::isGrave);
    return new RatingFile(
        !isLong, raters.all(), ratees.all(), items.all(), failed ? List.of() : ratings, problems);
  }

  private static boolean isGrave(TableProblem problem) {
    return problem.severity() != TableProblem.Severity.NOTE;
  }

  private boolean isFatal() {
    return problems.stream().anyMatch(it -> it.severity() == TableProblem.Severity.FATAL);
  }

  private int column(String asked, Set<String> usual) {
    if (!asked.isEmpty()) {
      return named(asked);
    }
    return IntStream.range(0, table.header().size())
        .filter(at -> usual.contains(table.header().get(at)))
        .findFirst()
        .orElse(NONE);
  }

  private int named(String asked) {
    int at = table.header().indexOf(Table.columnName(asked));
    if (at == NONE) {
      fatal(
          "no-such-column",
          "There is no column “%s”; there are: %s.".formatted(asked, String.join(", ", titles)));
    }
    return at;
  }

  private void missing(int rater, int ratee, int rating) {
    List<String> names = new ArrayList<>();
    if (rater == NONE) {
      names.add("the rater");
    }
    if (ratee == NONE) {
      names.add("the ratee");
    }
    if (rating == NONE) {
      names.add("the rating");
    }
    fatal(
        "column-missing",
        "No column is known to hold %s; name it. There are: %s."
            .formatted(String.join(" and ", names), String.join(", ", titles)));
  }

  private void distinct(int... columns) {
    int[] used = IntStream.of(columns).filter(at -> at != NONE).toArray();
    if (IntStream.of(used).distinct().count() < used.length) {
      fatal("column-twice", "One column cannot be two of rater, ratee, rating and item.");
    }
  }

  private void readLong(int rater, int ratee, int rating, int item, int... others) {
    numbers = NumberNotation.of(cells(rating), table.separator());
    for (Table.Row row : table.rows()) {
      String cell = row.cells().get(rating).strip();
      if (!isGiven(cell)) {
        continue;
      }
      OptionalDouble value = number(row.number(), table.header().get(rating), cell);
      int by = place(raters, row, rater, "rater");
      int whom = place(ratees, row, ratee, "ratee");
      int what = place(items, row, item, "item");
      if (value.isPresent() && by != NONE && whom != NONE && what != NONE) {
        List<String> kept =
            others.length == 0
                ? List.of()
                : IntStream.of(others).mapToObj(at -> row.cells().get(at).strip()).toList();
        ratings.add(new Rating(row.number(), by, whom, what, value.getAsDouble(), kept));
      }
    }
  }

  /// The place of a name; without a column all are one.
  private int place(Names names, Table.Row row, int column, String role) {
    String name = column == NONE ? "" : row.cells().get(column).strip();
    if (column == NONE) {
      return names.place(name);
    }
    if (name.isEmpty()) {
      error(row.number(), role, "no-" + role, "This row has a rating and no " + role + ".");
      return NONE;
    }
    if (name.length() > RatingFile.LONGEST_NAME) {
      error(
          row.number(),
          role,
          "name-too-long",
          "A name has at most " + RatingFile.LONGEST_NAME + " characters.");
      return NONE;
    }
    return names.place(name);
  }

  private void readWide(int ratee) {
    numbers =
        NumberNotation.of(
            IntStream.range(0, table.header().size())
                .filter(column -> column != ratee)
                .mapToObj(this::cells)
                .flatMap(List::stream)
                .toList(),
            table.separator());
    boolean isAside = ratee != 0 && isRowNames();
    int names = ratee == NONE && (isAside || isWordsOnly(0)) ? 0 : ratee;
    items.place("");
    for (int column = isAside ? 1 : 0; column < titles.size(); column++) {
      if (column != names && isWordsOnly(column)) {
        error(
            0,
            titles.get(column),
            "no-numbers",
            "This column holds no number. If a row is one rating, name the columns of rater, ratee"
                + " and rating.");
      } else if (column != names) {
        raters.place(titles.get(column));
      }
    }
    if (problems.stream().anyMatch(RatingFileReader::isGrave)) {
      return;
    }
    for (Table.Row row : table.rows()) {
      @Nullable String name = names == NONE ? null : row.cells().get(names).strip();
      if (name != null && name.isEmpty()) {
        error(row.number(), "ratee", "no-ratee", "This row does not say who or what is rated.");
        continue;
      }
      int whom = ratees.place(name == null ? "row " + row.number() : name);
      for (int column = isAside ? 1 : 0; column < row.cells().size(); column++) {
        String cell = row.cells().get(column).strip();
        if (column != names && isGiven(cell)) {
          int by = raters.place(titles.get(column));
          number(row.number(), table.header().get(column), cell)
              .ifPresent(
                  value -> ratings.add(new Rating(row.number(), by, whom, 0, value, List.of())));
        }
      }
    }
  }

  /// Whether the first column names or numbers the rows although its heading does not say so: it
  /// has none, as R writes them, or it counts the rows and no other column does. What was made of
  /// such a column is said, as it could be somebody's ratings.
  private boolean isRowNames() {
    String title = titles.getFirst();
    if (title.isEmpty()) {
      note("", "The first column has no heading and is taken for the names of the rows.");
      return true;
    }
    if (!countsRows(0)
        || IntStream.range(1, titles.size()).anyMatch(column -> countsRows(column))) {
      return false;
    }
    if (isOneOfASeries(title)) {
      note(
          title,
          "This column counts the rows and is taken for ratings, as its heading is one of a series;"
              + " if it names the ratees, say --ratee "
              + title
              + ".");
      return false;
    }
    note(
        title,
        "This column counts the rows and is taken for their names; if it holds ratings, let it not"
            + " be the first.");
    return true;
  }

  /// Whether its cells are 1, 2, 3 … or 0, 1, 2 … from the first row to the last.
  private boolean countsRows(int column) {
    List<String> cells = cells(column);
    OptionalDouble first =
        cells.isEmpty() ? OptionalDouble.empty() : numbers.read(cells.getFirst());
    if (cells.size() < LEAST_COUNTED
        || first.isEmpty()
        || (first.getAsDouble() != 0 && first.getAsDouble() != 1)) {
      return false;
    }
    return IntStream.range(0, cells.size())
        .allMatch(row -> {
          OptionalDouble value = numbers.read(cells.get(row));
          return value.isPresent() && value.getAsDouble() == first.getAsDouble() + row;
        });
  }

  /// Whether another heading differs in its number only, such as `J1` and `J2`, or both are one
  /// letter.
  private boolean isOneOfASeries(String title) {
    String stem = stem(title);
    return titles.stream()
        .skip(1)
        .anyMatch(other -> stem(other).equals(stem) || (isOneLetter(title) && isOneLetter(other)));
  }

  private static String stem(String title) {
    return TRAILING_DIGITS.matcher(title.toLowerCase(Locale.ROOT)).replaceFirst("");
  }

  private static boolean isOneLetter(String title) {
    return title.length() == 1 && Character.isLetter(title.charAt(0));
  }

  private static boolean isGiven(String cell) {
    return !NOT_GIVEN.contains(cell.toUpperCase(Locale.ROOT));
  }

  /// Whether a column holds names, so that it is none of ratings.
  private boolean isWordsOnly(int column) {
    List<String> given = cells(column).stream().filter(RatingFileReader::isGiven).toList();
    return !given.isEmpty() && given.stream().allMatch(cell -> numbers.read(cell).isEmpty());
  }

  private List<String> cells(int column) {
    return table.rows().stream().map(row -> row.cells().get(column).strip()).toList();
  }

  private OptionalDouble number(int row, String column, String text) {
    OptionalDouble value = numbers.read(text);
    if (value.isPresent() && Math.abs(value.getAsDouble()) <= RatingFile.LARGEST) {
      return value;
    }
    String shown = text.length() > SHORT ? text.substring(0, SHORT) + "…" : text;
    if (value.isPresent()) {
      error(row, column, "number-out-of-range", shown + " is too large for a rating.");
    } else if (text.startsWith("=") || text.startsWith("@")) {
      error(row, column, "formula", "“" + shown + "” is a formula; export its value.");
    } else {
      error(
          row,
          column,
          "not-a-number",
          "“" + shown + "” is not a number; leave a cell empty where no rating was given.");
    }
    return OptionalDouble.empty();
  }

  private void error(int row, String column, String code, String message) {
    problems.add(TableProblem.error(row, column, code, message));
  }

  private void note(String column, String message) {
    problems.add(TableProblem.note(0, column, "row-names", message));
  }

  private void fatal(String code, String message) {
    problems.add(TableProblem.fatal(code, message));
  }
}
