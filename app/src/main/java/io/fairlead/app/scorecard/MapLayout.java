package io.fairlead.app.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Places objectives in the rows of their perspectives so that few arrows cross, and leads every
/// arrow that passes a row through a gap in it. Order within a row by the mean place of neighbours,
/// in a fixed number of sweeps; rows stand centred above each other.
final class MapLayout {
  static final int WIDTH = 200;
  static final int HEIGHT = 88;
  static final int GAP = 32;
  static final int ROW = 176;
  private static final int PASSAGE = 20;
  private static final int SWEEPS = 12;

  /// @param centres by node, from the left
  /// @param bends by arrow the places where it passes the rows between its ends, from its beginning
  record Placed(int width, List<Double> centres, List<List<Point>> bends) {}

  record Point(double x, double y) {}

  /// A node, or the passage of an arrow through a row.
  private static final class Place {
    final int row;
    final boolean node;
    final List<Place> above = new ArrayList<>();
    final List<Place> below = new ArrayList<>();
    double x;

    Place(int row, boolean node) {
      this.row = row;
      this.node = node;
    }

    int width() {
      return node ? WIDTH : PASSAGE;
    }
  }

  private MapLayout() {}

  /// @param rows by node, from 0 at the top
  /// @param from by arrow its beginning
  /// @param to by arrow its end
  static Placed of(int[] rows, int[] from, int[] to) {
    int height = Arrays.stream(rows).max().orElse(-1) + 1;
    List<List<Place>> places = new ArrayList<>();
    for (int row = 0; row < height; row++) {
      places.add(new ArrayList<>());
    }
    Place[] nodes = new Place[rows.length];
    for (int node = 0; node < rows.length; node++) {
      nodes[node] = new Place(rows[node], true);
      places.get(rows[node]).add(nodes[node]);
    }
    List<List<Place>> passages = new ArrayList<>();
    for (int arrow = 0; arrow < from.length; arrow++) {
      passages.add(passages(nodes[from[arrow]], nodes[to[arrow]], places));
    }
    places.forEach(MapLayout::pack);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 0; i < height; i++) {
        List<Place> row = places.get(down ? i : height - 1 - i);
        double[] wished = row.stream().mapToDouble(each -> wished(each, down)).toArray();
        List<Integer> order = new ArrayList<>();
        for (int place = 0; place < row.size(); place++) {
          order.add(place);
        }
        order.sort(Comparator.comparingDouble(place -> wished[place]));
        List<Place> sorted = order.stream().map(row::get).toList();
        row.clear();
        row.addAll(sorted);
        pack(row);
      }
    }
    int width = places.stream().mapToInt(MapLayout::width).max().orElse(0);
    return new Placed(
        width,
        Arrays.stream(nodes).map(each -> each.x + width / 2.0).toList(),
        passages.stream()
            .map(passed ->
                passed.stream()
                    .map(each -> new Point(each.x + width / 2.0, middle(each.row)))
                    .toList())
            .toList());
  }

  static double middle(int row) {
    return row * ROW + HEIGHT / 2.0;
  }

  private static List<Place> passages(Place from, Place to, List<List<Place>> places) {
    List<Place> passages = new ArrayList<>();
    int step = Integer.signum(to.row - from.row);
    Place last = from;
    for (int row = from.row + step; step != 0 && row != to.row; row += step) {
      Place passage = new Place(row, false);
      places.get(row).add(passage);
      passages.add(passage);
      join(last, passage);
      last = passage;
    }
    if (step != 0) {
      join(last, to);
    }
    return passages;
  }

  private static void join(Place one, Place other) {
    Place upper = one.row < other.row ? one : other;
    Place lower = upper == one ? other : one;
    upper.below.add(lower);
    lower.above.add(upper);
  }

  /// The mean of its neighbours in the row that was placed last; where it stands without any.
  private static double wished(Place place, boolean down) {
    return (down ? place.above : place.below)
        .stream().mapToDouble(each -> each.x).average().orElse(place.x);
  }

  private static int width(List<Place> row) {
    return row.stream().mapToInt(Place::width).sum() + GAP * Math.max(0, row.size() - 1);
  }

  /// Side by side in their order, around 0.
  private static void pack(List<Place> row) {
    double at = -width(row) / 2.0;
    for (Place place : row) {
      place.x = at + place.width() / 2.0;
      at += place.width() + GAP;
    }
  }
}
