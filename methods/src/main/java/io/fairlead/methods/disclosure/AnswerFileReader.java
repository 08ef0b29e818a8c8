package io.fairlead.methods.disclosure;

import io.fairlead.methods.disclosure.AnswerStore.Line;
import io.fairlead.methods.disclosure.AnswerStore.Question;
import io.fairlead.methods.table.NumberNotation;
import io.fairlead.methods.table.Table;
import io.fairlead.methods.table.TableProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a file of answers row by row and collects what is wrong with it.
final class AnswerFileReader {
  private static final Set<String> NOT_GIVEN = Set.of("", "NA", "N/A");
  private static final int LONGEST_NAME = 200;
  private static final int SHORT = 40;
  private static final int RATING = 5;
  private static final int COMMENT = 6;

  private final ReleasePolicy policy;
  private final AnswerStore store = new AnswerStore();
  private final List<TableProblem> problems = new ArrayList<>();
  private int @Nullable [] places;
  private boolean isWithoutColumns;

  AnswerFileReader(ReleasePolicy policy) {
    this.policy = policy;
  }

  AnswerFile read(String text) {
    Table table = Table.scan(text, AnswerFile.COLUMNS::contains, this::row);
    List<TableProblem> all = new ArrayList<>(table.problems());
    if (!table.isUnreadable() && places == null) {
      places(table.header());
    }
    all.addAll(problems);
    if (all.stream().noneMatch(AnswerFileReader::isGrave)) {
      if (store.isEmpty()) {
        all.add(TableProblem.fatal("no-answers", "There is no answer in the file."));
      }
      problems.clear();
      for (int subject = 0; subject < store.subjectCount(); subject++) {
        check(subject);
      }
      all.addAll(problems);
    }
    boolean isUsable = all.stream().noneMatch(AnswerFileReader::isGrave);
    return new AnswerFile(isUsable ? store : Stream::empty, all);
  }

  private static boolean isGrave(TableProblem problem) {
    return problem.severity() != TableProblem.Severity.NOTE;
  }

  /// Where the columns are; a comment column may be missing.
  private int[] places(List<String> header) {
    if (places != null) {
      return places;
    }
    places = AnswerFile.COLUMNS.stream().mapToInt(header::indexOf).toArray();
    List<String> missing = new ArrayList<>();
    for (int column = 0; column < COMMENT; column++) {
      if (places[column] < 0) {
        missing.add(AnswerFile.COLUMNS.get(column));
      }
    }
    isWithoutColumns = !missing.isEmpty();
    if (isWithoutColumns) {
      problems.add(
          TableProblem.fatal(
              "column-missing",
              "No column is named %s; there are: %s."
                  .formatted(String.join(" or ", missing), String.join(", ", header))));
    }
    return places;
  }

  private void row(List<String> header, Table.Row row) {
    int[] at = places(header);
    if (isWithoutColumns) {
      return;
    }
    List<String> cells = new ArrayList<>(COMMENT);
    for (int column = 0; column < RATING; column++) {
      cells.add(row.cells().get(at[column]).strip());
    }
    cells.set(1, cells.get(1).toLowerCase(Locale.ROOT));
    cells.add(at[COMMENT] < 0 ? "" : row.cells().get(at[COMMENT]).strip());
    String given = row.cells().get(at[RATING]).strip();
    boolean isRated = !NOT_GIVEN.contains(given.toUpperCase(Locale.ROOT));
    if (isSound(row.number(), cells, isRated)) {
      int rating = isRated ? rating(row.number(), given) : AnswerStore.NONE;
      store.add(row.number(), cells, rating);
    }
  }

  private boolean isSound(int row, List<String> cells, boolean isRated) {
    int before = problems.size();
    for (int column = 0; column < RATING; column++) {
      boolean isNeeded = column < 3 || isRated || (column == 4 && cells.get(3).isEmpty());
      String name = AnswerFile.COLUMNS.get(column);
      if (isNeeded && cells.get(column).isEmpty()) {
        error(row, name, "no-" + name, "This row names no " + name + ".");
      } else if (cells.get(column).length() > LONGEST_NAME) {
        error(row, name, "name-too-long", "A name has at most " + LONGEST_NAME + " characters.");
      }
    }
    String group = cells.get(1);
    if (problems.size() == before
        && !ReleasePolicy.isNamed(group)
        && !policy.groups().contains(group)) {
      error(
          row,
          "group",
          "unknown-group",
          "“%s” is no group of this policy; it knows self, manager, %s."
              .formatted(shortened(group), String.join(", ", policy.groups())));
    }
    if (problems.size() == before
        && cells.get(0).equals(cells.get(2))
        && !group.equals(ReleasePolicy.SELF)) {
      error(
          row,
          "group",
          "own-rating",
          "Who rates themselves is of the group self, not " + group + ".");
    }
    return problems.size() == before;
  }

  private int rating(int row, String given) {
    OptionalDouble number = whole(given);
    if (number.isEmpty()) {
      error(
          row,
          "rating",
          "not-a-rating",
          given.startsWith("=") || given.startsWith("@")
              ? "“" + shortened(given) + "” is a formula; export its value."
              : "“%s” is no whole number; leave the cell empty where somebody could not judge."
                  .formatted(shortened(given)));
      return AnswerStore.NONE;
    }
    Scale scale = policy.scale();
    double value = number.getAsDouble();
    if (value < scale.low() || value > scale.high()) {
      error(
          row,
          "rating",
          "outside-scale",
          "%s lies outside the scale from %d to %d."
              .formatted(shortened(given), scale.low(), scale.high()));
      return AnswerStore.NONE;
    }
    return (int) value;
  }

  private static OptionalDouble whole(String given) {
    if (given.length() == 1 && given.charAt(0) >= '0' && given.charAt(0) <= '9') {
      return OptionalDouble.of(given.charAt(0) - '0');
    }
    OptionalDouble number = NumberNotation.POINT.read(given);
    if (number.isEmpty()) {
      number = NumberNotation.COMMA.read(given);
    }
    return number.isPresent()
            && !given.endsWith("%")
            && number.getAsDouble() == Math.rint(number.getAsDouble())
        ? number
        : OptionalDouble.empty();
  }

  /// What only all rows about one reviewee tell.
  private void check(int subject) {
    Map<Question, Line> answered = new HashMap<>();
    Map<Integer, Line> groups = new HashMap<>();
    @Nullable Line self = null;
    for (Line line : store.lines(subject)) {
      Line before = answered.put(line.question(), line);
      if (before != null) {
        problems.add(
            TableProblem.note(
                line.number(),
                "rating",
                "second-answer",
                "%s answered this about %s before, in row %d; the later row counts."
                    .formatted(
                        store.raters.name(line.rater()),
                        store.subjects.name(subject),
                        before.number())));
      }
      Line first = groups.putIfAbsent(line.rater(), line);
      if (first != null && first.group() != line.group()) {
        error(
            line.number(),
            "group",
            "two-groups",
            "%s rates %s as %s here and as %s in row %d."
                .formatted(
                    store.raters.name(line.rater()),
                    store.subjects.name(subject),
                    store.groups.name(line.group()),
                    store.groups.name(first.group()),
                    first.number()));
      }
      if (store.groups.name(line.group()).equals(ReleasePolicy.SELF)) {
        if (self != null && self.rater() != line.rater()) {
          error(
              line.number(),
              "rater",
              "two-selves",
              "%s has rated themselves as %s in row %d and cannot as %s."
                  .formatted(
                      store.subjects.name(subject),
                      store.raters.name(self.rater()),
                      self.number(),
                      store.raters.name(line.rater())));
        }
        self = self == null ? line : self;
      }
    }
  }

  private void error(int row, String column, String code, String message) {
    problems.add(TableProblem.error(row, column, code, message));
  }

  private static String shortened(String text) {
    return text.length() > SHORT ? text.substring(0, SHORT) + "…" : text;
  }
}
