package io.fairlead.app.access;

import io.fairlead.app.access.HrScopes.Overview;
import io.fairlead.app.access.HrScopes.Partner;
import io.fairlead.app.access.HrScopes.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// The tree of units as a drawing, a row each, coloured by the HR partner and marked by a letter.
/// Lengths are SVG units.
public record ScopeChart(List<Box> boxes, List<String> lines, int width, int height, int left) {
  /// How many colours there are; partners beyond share them, and their letters tell them apart.
  static final int COLOURS = 8;

  private static final int MOST = 80;
  private static final int ROW = 40;
  private static final int STEP = 28;
  private static final int BOX = 320;
  private static final int LONGEST_NAME = 34;

  public ScopeChart {
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
  }

  /// A unit in the drawing.
  ///
  /// @param marks the letters of its partners, joined by `+`; empty for nobody
  /// @param colours of its partners, one stripe each
  public record Box(
      UUID id,
      String name,
      String shown,
      String marks,
      List<Integer> colours,
      int people,
      int x,
      int y,
      boolean uncovered,
      boolean doubly) {
    public Box {
      colours = List.copyOf(colours);
    }
  }

  /// @param overview of a larger organisation only its upper levels are drawn
  static ScopeChart of(Overview overview) {
    int deepest = deepest(overview.units());
    List<Scope> drawn =
        overview.units().stream().filter(scope -> scope.depth() <= deepest).limit(MOST).toList();
    List<Box> boxes = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    int[] lastRow = new int[drawn.stream().mapToInt(Scope::depth).max().orElse(0) + 1];
    for (int row = 0; row < drawn.size(); row++) {
      Scope scope = drawn.get(row);
      int x = scope.depth() * STEP;
      int y = row * ROW;
      lastRow[scope.depth()] = row;
      if (scope.depth() > 0) {
        int from = lastRow[scope.depth() - 1] * ROW + ROW - 8;
        lines.add("M%d %dV%dH%d".formatted(x - STEP + 12, from, y + 16, x));
      }
      boxes.add(box(scope, overview.partners(), x, y));
    }
    int width = drawn.stream().mapToInt(Scope::depth).max().orElse(0) * STEP + BOX + 4;
    return new ScopeChart(
        boxes,
        lines,
        width,
        Math.max(ROW, drawn.size() * ROW),
        overview.units().size() - drawn.size());
  }

  private static int deepest(List<Scope> units) {
    int deepest = units.stream().mapToInt(Scope::depth).max().orElse(0);
    while (deepest > 0 && countTo(units, deepest) > MOST) {
      deepest--;
    }
    return deepest;
  }

  private static long countTo(List<Scope> units, int depth) {
    return units.stream().filter(scope -> scope.depth() <= depth).count();
  }

  private static Box box(Scope scope, List<Partner> partners, int x, int y) {
    String name = scope.name();
    return new Box(
        scope.id(),
        name,
        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name,
        scope.partners().stream()
            .map(number -> partners.get(number).mark())
            .collect(Collectors.joining("+")),
        scope.partners().stream().map(number -> number % COLOURS).toList(),
        scope.people(),
        x,
        y,
        scope.uncovered(),
        scope.doubly());
  }
}
