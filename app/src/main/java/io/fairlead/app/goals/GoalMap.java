package io.fairlead.app.goals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// A map of what feeds what: cards in layers, lines from left to right as wide as the share that
/// they carry.
///
/// @param nodes in reading order: from left to right, then downwards
public record GoalMap(int width, int height, List<Node> nodes, List<Stream> streams) {
  static final int MOST = 80;

  static final int CARD_WIDTH = 196;
  static final int CARD_HEIGHT = 104;
  private static final int BETWEEN_LAYERS = 40;
  private static final int BETWEEN_CARDS = 20;
  private static final int MARGIN = 8;
  private static final double WIDEST = 20;
  private static final int LABEL_HEIGHT = 13;
  private static final int CHARACTERS_A_LINE = 22;

  /// An agreed contribution, as read.
  record Contribution(UUID child, UUID parent, double share, boolean primary) {}

  /// A card.
  ///
  /// @param lines its title in at most three lines
  /// @param elsewhere how many more it touches that do not show, `GoalMapSql.MOST_COUNTED` for as
  ///   many or more
  /// @param moves what it contributes to, of what shows
  public record Node(
      ObjectiveRow objective,
      Drift drift,
      int x,
      int y,
      List<String> lines,
      boolean focus,
      int elsewhere,
      List<Move> moves) {
    public int right() {
      return x + CARD_WIDTH;
    }

    /// `elsewhere` in the room that a card has for it.
    public String shortly() {
      return elsewhere < GoalMapSql.MOST_COUNTED ? "+" + elsewhere : "99+";
    }
  }

  public record Move(ObjectiveRow to, double share, boolean primary) {}

  /// A line between two cards.
  ///
  /// @param labelled where its share is written; its end at the card it leaves
  public record Stream(
      String path, String width, boolean primary, double share, String labelX, String labelY) {}

  /// What shows, and how it hangs together.
  ///
  /// @param elsewhere by objective, how many visible neighbours do not show, as far as they were
  ///   counted
  record Found(
      List<ObjectiveRow> objectives,
      Set<UUID> focus,
      List<Contribution> contributions,
      Map<UUID, Integer> elsewhere) {}

  static GoalMap of(Found found, Map<UUID, List<KeyResultRow>> keyResults, LocalDate today) {
    List<ObjectiveRow> objectives = found.objectives;
    Map<UUID, Integer> number = new HashMap<>();
    objectives.forEach(objective -> number.put(objective.id(), number.size()));
    List<Contribution> shown = soundly(found.contributions, number);
    List<LayeredLayout.Edge> edges =
        shown.stream()
            .map(each ->
                new LayeredLayout.Edge(
                    number.getOrDefault(each.child, 0),
                    number.getOrDefault(each.parent, 0),
                    each.share))
            .toList();
    LayeredLayout.Placed placed =
        LayeredLayout.of(objectives.size(), edges, CARD_HEIGHT, BETWEEN_CARDS);
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < objectives.size(); i++) {
      ObjectiveRow objective = objectives.get(i);
      List<Move> moves =
          shown.stream()
              .filter(each -> each.child.equals(objective.id()))
              .sorted(Comparator.comparingDouble(Contribution::share).reversed())
              .map(each ->
                  new Move(
                      objectives.get(number.getOrDefault(each.parent, 0)),
                      each.share,
                      each.primary))
              .toList();
      nodes.add(
          new Node(
              objective,
              Drift.of(objective, keyResults.getOrDefault(objective.id(), List.of()), today),
              MARGIN + placed.layer().get(i) * (CARD_WIDTH + BETWEEN_LAYERS),
              MARGIN + (int) Math.round(placed.centre().get(i) - CARD_HEIGHT / 2.0),
              wrapped(objective.title()),
              found.focus.contains(objective.id()),
              found.elsewhere.getOrDefault(objective.id(), 0),
              moves));
    }
    List<Stream> streams = new Streams(nodes, shown, edges, placed).drawn();
    nodes.sort(Comparator.comparingInt(Node::x).thenComparingInt(Node::y));
    return new GoalMap(
        2 * MARGIN + placed.layers() * (CARD_WIDTH + BETWEEN_LAYERS) - BETWEEN_LAYERS,
        2 * MARGIN + (int) Math.ceil(placed.height()),
        List.copyOf(nodes),
        streams);
  }

  /// Those between what shows; a circle, which no act can make, is cut so that the map still draws.
  private static List<Contribution> soundly(
      List<Contribution> contributions, Map<UUID, Integer> number) {
    List<Contribution> shown = new ArrayList<>();
    Map<UUID, Set<UUID>> above = new HashMap<>();
    for (Contribution each : contributions) {
      if (number.containsKey(each.child)
          && number.containsKey(each.parent)
          && !reaches(above, each.parent, each.child)) {
        shown.add(each);
        above.computeIfAbsent(each.child, _ -> new HashSet<>()).add(each.parent);
      }
    }
    return shown;
  }

  private static boolean reaches(Map<UUID, Set<UUID>> above, UUID from, UUID to) {
    List<UUID> open = new ArrayList<>(List.of(from));
    Set<UUID> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      UUID next = open.removeLast();
      if (next.equals(to)) {
        return true;
      }
      above.getOrDefault(next, Set.of()).stream().filter(seen::add).forEach(open::add);
    }
    return false;
  }

  static List<String> wrapped(String title) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : title.split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > CHARACTERS_A_LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    if (lines.size() > 3) {
      lines = new ArrayList<>(List.of(lines.get(0), lines.get(1), lines.get(2) + "…"));
    }
    return lines.stream().map(GoalMap::cut).toList();
  }

  private static String cut(String line) {
    return line.length() <= CHARACTERS_A_LINE + 1
        ? line
        : line.substring(0, CHARACTERS_A_LINE).strip() + "…";
  }

  /// Lines leave a card at its right side and arrive at a left one, stacked in the order of their
  /// other ends, so that they do not cross where they meet.
  private static final class Streams {
    private final List<Node> nodes;
    private final List<Contribution> contributions;
    private final List<LayeredLayout.Edge> edges;
    private final LayeredLayout.Placed placed;

    Streams(
        List<Node> nodes,
        List<Contribution> contributions,
        List<LayeredLayout.Edge> edges,
        LayeredLayout.Placed placed) {
      this.nodes = List.copyOf(nodes);
      this.contributions = contributions;
      this.edges = edges;
      this.placed = placed;
    }

    List<Stream> drawn() {
      double[] leaves = ports(true);
      double[] arrives = ports(false);
      double[] labels = labels(leaves);
      List<Stream> streams = new ArrayList<>();
      for (int i = 0; i < edges.size(); i++) {
        LayeredLayout.Edge edge = edges.get(i);
        Node from = nodes.get(edge.from());
        Node to = nodes.get(edge.to());
        double startX = from.right();
        double startY = leaves[i];
        double endX = to.x();
        streams.add(
            new Stream(
                path(startX, startY, from, placed.bends().get(i), endX, arrives[i]),
                text(width(edge)),
                contributions.get(i).primary,
                edge.share(),
                text(startX + 4),
                text(labels[i])));
      }
      return streams;
    }

    /// Where the shares are written: beside their lines, and apart from each other.
    private double[] labels(double[] leaves) {
      double[] labels = new double[edges.size()];
      for (int node = 0; node < nodes.size(); node++) {
        Node from = nodes.get(node);
        double free = Double.NEGATIVE_INFINITY;
        for (int i : own(node, true)) {
          double width = width(edges.get(i));
          labels[i] = Math.max(free, labelY(from, leaves[i], width));
          free = edges.get(i).share() < 0.995 ? labels[i] + LABEL_HEIGHT : free;
        }
      }
      return labels;
    }

    /// Above a line that leaves in the upper half of its card, below one in the lower.
    private static double labelY(Node from, double y, double width) {
      boolean upper = y <= from.y() + CARD_HEIGHT / 2.0 + 0.5;
      return upper ? y - width / 2 - 4 : y + width / 2 + 12;
    }

    private static double width(LayeredLayout.Edge edge) {
      return Math.max(2, edge.share() * WIDEST);
    }

    private double[] ports(boolean leaving) {
      double[] port = new double[edges.size()];
      for (int node = 0; node < nodes.size(); node++) {
        List<Integer> own = own(node, leaving);
        double all = own.stream().mapToDouble(i -> width(edges.get(i)) + 3).sum();
        double squeeze = Math.min(1, (CARD_HEIGHT - 12) / Math.max(1, all));
        double y = nodes.get(node).y() + CARD_HEIGHT / 2.0 - all * squeeze / 2;
        for (int i : own) {
          double step = (width(edges.get(i)) + 3) * squeeze;
          port[i] = y + step / 2;
          y += step;
        }
      }
      return port;
    }

    /// The lines that leave a card, or arrive at it, in the order of their other ends.
    private List<Integer> own(int node, boolean leaving) {
      return IntStream.range(0, edges.size())
          .filter(i -> (leaving ? edges.get(i).from() : edges.get(i).to()) == node)
          .boxed()
          .sorted(Comparator.comparingDouble(i -> nearest(i, leaving)))
          .toList();
    }

    /// The height that a line comes from or goes to next.
    private double nearest(int edge, boolean leaving) {
      List<Double> bends = placed.bends().get(edge);
      if (!bends.isEmpty()) {
        return leaving ? bends.getFirst() : bends.getLast();
      }
      return placed.centre().get(leaving ? edges.get(edge).to() : edges.get(edge).from());
    }

    private static String path(
        double x, double y, Node from, List<Double> bends, double endX, double endY) {
      StringBuilder path = new StringBuilder("M").append(text(x)).append(' ').append(text(y));
      double atX = x;
      double atY = y;
      double layerX = from.x();
      for (double bend : bends) {
        layerX += CARD_WIDTH + BETWEEN_LAYERS;
        curve(path, atX, atY, layerX, MARGIN + bend);
        path.append('H').append(text(layerX + CARD_WIDTH));
        atX = layerX + CARD_WIDTH;
        atY = MARGIN + bend;
      }
      curve(path, atX, atY, endX, endY);
      return path.toString();
    }

    private static void curve(StringBuilder path, double x, double y, double toX, double toY) {
      double half = (toX - x) / 2;
      path.append('C')
          .append(text(x + half))
          .append(' ')
          .append(text(y))
          .append(' ')
          .append(text(toX - half))
          .append(' ')
          .append(text(toY))
          .append(' ')
          .append(text(toX))
          .append(' ')
          .append(text(toY));
    }

    private static String text(double pixels) {
      return Double.toString(Math.round(pixels * 10) / 10.0);
    }
  }
}
