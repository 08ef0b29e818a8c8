package io.fairlead.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A table for people: columns as wide as their cells, figures to the right, no lines.
final class Columns {
  private static final int WIDEST = 56;

  private final List<String> heads = new ArrayList<>();
  private final List<Boolean> figures = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  Columns text(String head) {
    return column(head, false);
  }

  Columns figure(String head) {
    return column(head, true);
  }

  private Columns column(String head, boolean figure) {
    heads.add(head);
    figures.add(figure);
    return this;
  }

  Columns row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  void print(PrintWriter out) {
    out.println(line(heads));
    rows.forEach(row -> out.println(line(row)));
  }

  private String line(List<String> cells) {
    var line = new StringBuilder();
    for (int column = 0; column < heads.size(); column++) {
      String cell = shortened(cells.get(column));
      String padding = " ".repeat(width(column) - length(cell));
      line.append(column == 0 ? "" : "  ");
      line.append(figures.get(column) ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return Math.max(
        length(heads.get(column)),
        rows.stream().mapToInt(row -> length(shortened(row.get(column)))).max().orElse(0));
  }

  /// One line, without anything that would steer the terminal.
  private static String shortened(String cell) {
    String plain = cell.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    int[] points = plain.codePoints().toArray();
    return points.length <= WIDEST ? plain : new String(points, 0, WIDEST - 1) + "…";
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
