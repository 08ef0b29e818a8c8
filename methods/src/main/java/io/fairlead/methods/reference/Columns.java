package io.fairlead.methods.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// The columns of numbers in a data file beside a case: plain commas below one line of names. An
/// empty cell is NaN.
record Columns(List<String> names, List<double[]> columns) {

  /// @throws IllegalArgumentException where a cell is no number
  static Columns of(String csv) {
    List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
    List<String> names = cells(lines.getFirst());
    List<double[]> columns = new ArrayList<>();
    for (int column = 0; column < names.size(); column++) {
      double[] numbers = new double[lines.size() - 1];
      for (int row = 0; row < numbers.length; row++) {
        String cell = cells(lines.get(row + 1)).get(column);
        numbers[row] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
      }
      columns.add(numbers);
    }
    return new Columns(names, columns);
  }

  private static List<String> cells(String line) {
    return List.of(line.replace("\"", "").split(",", -1));
  }

  static double[] numbers(JsonNode array) {
    return array.values().stream().mapToDouble(JsonNode::doubleValue).toArray();
  }

  /// The column of that name.
  double[] named(String name) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("there is no column " + name);
    }
    return columns.get(at);
  }

  /// The table by row.
  List<double[]> rows() {
    return IntStream.range(0, last().length)
        .mapToObj(row -> columns.stream().mapToDouble(column -> column[row]).toArray())
        .toList();
  }

  /// The cells of a row that are not empty.
  static double[] present(double[] row) {
    return Arrays.stream(row).filter(Double::isFinite).toArray();
  }

  double[] last() {
    return columns.getLast();
  }
}
