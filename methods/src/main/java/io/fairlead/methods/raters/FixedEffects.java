package io.fairlead.methods.raters;

import io.fairlead.methods.table.NumberNotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a rating depends on beside rater and ratee: an intercept and columns. A column whose cells
/// are all numbers is one slope; any other is a category with treatment contrasts: one column for
/// each of its values but the first in alphabetical order, named `column:value`, which says how
/// much higher ratings are than at the first.
public final class FixedEffects {
  /// Below it a column adds nothing to those before it.
  private static final double COLLINEAR = 1e-10;

  /// So many numbers all columns together may hold: more would not fit into memory.
  private static final long MOST_NUMBERS = 20_000_000;

  private final List<String> names = new ArrayList<>();
  private final List<double[]> columns = new ArrayList<>();
  private final List<double[]> orthogonal = new ArrayList<>();

  /// The intercept alone.
  ///
  /// @param size how many ratings there are
  public FixedEffects(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    if (size > 0) {
      add("intercept", ones);
    }
  }

  /// With one more column of cells, a cell a rating.
  ///
  /// @return the names of those that can be told from those before; others are left out
  /// @throws IllegalArgumentException where there is not a cell a rating
  public List<String> add(String name, List<String> cells) {
    return isNumeric(cells)
        ? addNumbers(name, numbers(cells).mapToDouble(OptionalDouble::orElseThrow).toArray())
        : addCategories(name, cells);
  }

  /// Whether a column is one of numbers: then it is a slope.
  public static boolean isNumeric(List<String> cells) {
    return numbers(cells)
        .allMatch(number -> number.isPresent() && Double.isFinite(number.getAsDouble()));
  }

  /// The number in one cell of a column of numbers.
  static double number(String cell) {
    return numbers(List.of(cell)).findFirst().orElseThrow().orElseThrow();
  }

  private static Stream<OptionalDouble> numbers(List<String> cells) {
    NumberNotation notation = NumberNotation.of(cells, ',');
    return cells.stream().map(notation::read);
  }

  /// With one more column of categories, also where they are written as numbers.
  public List<String> addCategories(String name, List<String> cells) {
    List<String> added = new ArrayList<>();
    List<String> values = List.copyOf(new TreeSet<>(cells));
    for (String value : values.subList(1, values.size())) {
      double[] column = cells.stream().mapToDouble(cell -> cell.equals(value) ? 1 : 0).toArray();
      added.addAll(addNumbers(name + ":" + value, column));
    }
    return added;
  }

  /// Whether there is room for so many more columns.
  static boolean hasRoom(long columns, int rows) {
    return columns * rows <= MOST_NUMBERS;
  }

  /// With one more column of numbers.
  public List<String> addNumbers(String name, double[] column) {
    return add(name, column) ? List.of(name) : List.of();
  }

  private boolean add(String name, double[] column) {
    if (!columns.isEmpty() && column.length != columns.getFirst().length) {
      throw new IllegalArgumentException("a fixed effect has a number for every rating");
    }
    double[] rest = column.clone();
    double whole = dot(rest, rest);
    for (double[] before : orthogonal) {
      double part = dot(rest, before);
      for (int at = 0; at < rest.length; at++) {
        rest[at] -= part * before[at];
      }
    }
    double left = dot(rest, rest);
    if (!(left > COLLINEAR * whole)) {
      return false;
    }
    double length = Math.sqrt(left);
    orthogonal.add(Arrays.stream(rest).map(each -> each / length).toArray());
    columns.add(column.clone());
    names.add(name);
    return true;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int at = 0; at < one.length; at++) {
      sum += one[at] * other[at];
    }
    return sum;
  }

  public List<String> names() {
    return List.copyOf(names);
  }

  public int size() {
    return columns.size();
  }

  double[][] columns() {
    return columns.toArray(new double[0][]);
  }
}
