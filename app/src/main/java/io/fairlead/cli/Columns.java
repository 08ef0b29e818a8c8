package io.fairlead.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A table for people: columns as wide as their cells, figures to the right, no lines.
final class Columns {
  private static final int WIDEST = 44;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");

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
    rows.add(Stream.of(cells).map(Columns::shortened).toList());
    return this;
  }

  void print(PrintWriter out) {
    int[] widths = new int[heads.size()];
    measure(heads, widths);
    rows.forEach(row -> measure(row, widths));
    out.println(line(heads, widths));
    rows.forEach(row -> out.println(line(row, widths)));
  }

  private static void measure(List<String> cells, int[] widths) {
    for (int column = 0; column < widths.length; column++) {
      widths[column] = Math.max(widths[column], length(cells.get(column)));
    }
  }

  private String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(widths[column] - length(cell));
      line.append(column == 0 ? "" : "  ");
      line.append(figures.get(column) ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }

  /// One line, without anything that would steer the terminal.
  static String plain(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
  }

  private static String shortened(String cell) {
    String plain = plain(cell);
    int[] points = plain.codePoints().toArray();
    return points.length <= WIDEST ? plain : new String(points, 0, WIDEST - 1) + "…";
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
