package io.fairlead.app.scorecard;

import io.fairlead.app.platform.words.Words;
import io.fairlead.app.scorecard.Scorecard.Objective;
import io.fairlead.app.scorecard.Scorecard.Perspective;
import io.fairlead.app.scorecard.StrategyMaps.Tested;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// A strategy map as it is drawn: perspectives as rows, objectives as cards, arrows that are solid
/// where the data support them, dashed where not, dotted where they cannot tell.
public record MapPicture(
    int width, int height, List<Band> bands, List<Node> nodes, List<Line> lines) {
  private static final int LEFT = 120;
  private static final int TOP = 12;
  private static final int LONGEST_LINE = 24;
  private static final int MOST_LINES = 3;

  /// One perspective.
  public record Band(String name, int y, int height) {}

  /// One objective; its card begins at x and y.
  public record Node(UUID id, String title, List<String> lines, double x, double y, String score) {}

  /// One arrow.
  ///
  /// @param label sign and lag, written at x and y
  public record Line(UUID id, String path, String state, String label, double x, double y) {}

  static MapPicture of(Words words, ScoredCard scored, List<Tested> arrows) {
    Scorecard card = scored.card();
    List<Objective> objectives = card.objectives().toList();
    int[] rows = new int[objectives.size()];
    Map<UUID, Integer> numbers = new HashMap<>();
    List<Band> bands = new ArrayList<>();
    for (int row = 0; row < card.perspectives().size(); row++) {
      Perspective perspective = card.perspectives().get(row);
      bands.add(new Band(perspective.name(), TOP + row * MapLayout.ROW, MapLayout.HEIGHT));
      for (Objective objective : perspective.objectives()) {
        rows[numbers.size()] = row;
        numbers.put(objective.id(), numbers.size());
      }
    }
    int[] from = arrows.stream().mapToInt(each -> number(numbers, each.arrow().from())).toArray();
    int[] to = arrows.stream().mapToInt(each -> number(numbers, each.arrow().to())).toArray();
    MapLayout.Placed placed = MapLayout.of(rows, from, to);
    List<Node> nodes = new ArrayList<>();
    for (int node = 0; node < rows.length; node++) {
      Objective objective = objectives.get(node);
      nodes.add(
          new Node(
              objective.id(),
              objective.title(),
              broken(objective.title()),
              LEFT + placed.centres().get(node) - MapLayout.WIDTH / 2.0,
              TOP + rows[node] * MapLayout.ROW,
              CardWords.score(words, scored.of(objective).value())));
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < arrows.size(); i++) {
      lines.add(
          line(
              words,
              arrows.get(i),
              nodes.get(from[i]),
              nodes.get(to[i]),
              rows[to[i]] - rows[from[i]],
              placed.bends().get(i)));
    }
    int height = card.perspectives().size() * MapLayout.ROW;
    return new MapPicture(LEFT + placed.width() + 2 * TOP, height, bands, nodes, lines);
  }

  private static int number(Map<UUID, Integer> numbers, UUID objective) {
    return Objects.requireNonNull(numbers.get(objective));
  }

  private static Line line(
      Words words, Tested tested, Node from, Node to, int down, List<MapLayout.Point> bends) {
    String sign = words.text("scorecards.sign-short." + tested.arrow().sign().code());
    String label =
        tested.arrow().lagMonths() == 0
            ? sign
            : words.text("scorecards.arrow-label", sign, tested.arrow().lagMonths());
    double middle = from.x + MapLayout.WIDTH / 2.0;
    double end = to.x + MapLayout.WIDTH / 2.0;
    if (down == 0) {
      double aside = to.x > from.x ? 24 : -24;
      double y = from.y + MapLayout.HEIGHT;
      double depth = y + 40;
      String path =
          "M"
              + point(middle + aside, y)
              + "C"
              + point(middle + aside, depth)
              + point(end - aside, depth)
              + point(end - aside, y + 6);
      return new Line(
          tested.arrow().id(), path, tested.state(), label, (middle + end) / 2, depth - 4);
    }
    double y = down > 0 ? from.y + MapLayout.HEIGHT : from.y;
    double last = down > 0 ? to.y - 6 : to.y + MapLayout.HEIGHT + 6;
    StringBuilder path = new StringBuilder("M" + point(middle, y));
    double atX = middle;
    double atY = y;
    for (MapLayout.Point bend : bends) {
      curve(path, atX, atY, LEFT + bend.x(), TOP + bend.y());
      atX = LEFT + bend.x();
      atY = TOP + bend.y();
    }
    curve(path, atX, atY, end, last);
    double firstX = bends.isEmpty() ? end : LEFT + bends.getFirst().x();
    double firstY = bends.isEmpty() ? last : TOP + bends.getFirst().y();
    // At two fifths of the first curve, where arrows to one card have not come together yet.
    double part = 0.4;
    double bow = 3 * part * part - 2 * part * part * part;
    return new Line(
        tested.arrow().id(),
        path.toString(),
        tested.state(),
        label,
        middle + (firstX - middle) * bow,
        y + (firstY - y) * part);
  }

  private static void curve(StringBuilder path, double x, double y, double toX, double toY) {
    double half = (y + toY) / 2;
    path.append("C").append(point(x, half)).append(point(toX, half)).append(point(toX, toY));
  }

  /// Two figures of a path, to a tenth of a pixel.
  private static String point(double x, double y) {
    return Math.round(x * 10) / 10.0 + " " + Math.round(y * 10) / 10.0 + " ";
  }

  /// A title in lines that fit a card; what does not fit ends in an ellipsis.
  static List<String> broken(String title) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : title.split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > LONGEST_LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_LINES, lines.size()); i++) {
      boolean cut = i == MOST_LINES - 1 && lines.size() > MOST_LINES;
      String each = lines.get(i);
      shown.add(
          each.length() > LONGEST_LINE || cut
              ? each.substring(0, Math.min(each.length(), LONGEST_LINE - 1)) + "…"
              : each);
    }
    return shown;
  }
}
