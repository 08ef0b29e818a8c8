package io.fairlead.app.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The reporting lines around one person as a drawing: each manager on the way down to them in a
/// column, with those beside them, then their own reports. Lengths are SVG units.
public record OrgChart(List<Node> nodes, List<String> lines, int width, int height) {
  private static final int MOST_COLUMNS = 4;
  private static final int COLUMN = 288;
  private static final int ROW = 64;
  private static final int RADIUS = 16;
  private static final int LONGEST_TEXT = 30;

  public OrgChart {
    nodes = List.copyOf(nodes);
    lines = List.copyOf(lines);
  }

  /// A person in the drawing.
  ///
  /// @param detail their unit and how many they lead, or their title
  public record Node(
      UUID id,
      String name,
      String shown,
      String detail,
      int x,
      int y,
      boolean onPath,
      boolean focus) {}

  /// Who stands in a column, and which of them the path goes through.
  ///
  /// @param more how many more there are than are drawn
  record Column(List<Entry> entries, @Nullable UUID chosen, int more) {}

  record Entry(UUID id, String name, String detail) {}

  static OrgChart of(List<Column> columns, UUID focus) {
    List<Column> drawn =
        columns.subList(Math.max(0, columns.size() - MOST_COLUMNS), columns.size());
    int most = drawn.stream().mapToInt(column -> column.entries().size()).max().orElse(1);
    int height = most * ROW;
    List<Node> nodes = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    int parentY = -1;
    for (int place = 0; place < drawn.size(); place++) {
      Column column = drawn.get(place);
      boolean alone = place == 0 && column.entries().size() == 1;
      int chosenY = -1;
      for (int row = 0; row < column.entries().size(); row++) {
        Entry entry = column.entries().get(row);
        int x = place * COLUMN + RADIUS + 2;
        int y = alone ? height / 2 : row * ROW + ROW / 2;
        boolean onPath = entry.id().equals(column.chosen());
        chosenY = onPath ? y : chosenY;
        nodes.add(
            new Node(
                entry.id(),
                entry.name(),
                shortened(entry.name()),
                shortened(entry.detail()),
                x,
                y,
                onPath,
                entry.id().equals(focus)));
        if (parentY >= 0) {
          int from = x - RADIUS - 64;
          lines.add("M%d %dH%dV%dH%d".formatted(from - 24, parentY, from + 24, y, x - RADIUS - 8));
        }
      }
      parentY = chosenY;
    }
    return new OrgChart(nodes, lines, drawn.size() * COLUMN, height);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text;
  }
}
