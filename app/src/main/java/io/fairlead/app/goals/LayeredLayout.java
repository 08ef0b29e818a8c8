package io.fairlead.app.goals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Places the nodes of a small graph without circles in layers from left to right, so that every
/// edge leads right, few cross, and what belongs together stands level.
///
/// Layers by longest path, order within them by the barycentre of neighbours in sweeps both ways,
/// heights by least squares towards the neighbours with the order and the distances kept (pooling
/// adjacent violators). Edges that pass a layer are given a place there. Its work is bounded: a
/// fixed number of sweeps over at most a few hundred places.
final class LayeredLayout {
  private static final int SWEEPS = 16;
  private static final int SETTLINGS = 12;

  /// @param share how strongly the edge pulls its ends level
  record Edge(int from, int to, double share) {}

  /// @param layer by node, from the left
  /// @param centre by node, its height
  /// @param bends by edge, the heights at which it passes the layers between its ends
  record Placed(
      int layers,
      double height,
      List<Integer> layer,
      List<Double> centre,
      List<List<Double>> bends) {}

  private final int nodes;
  private final double size;
  private final double gap;
  private final List<Edge> edges;

  // Places are nodes, then one for every layer that an edge passes.
  private final int[] layer;
  private final List<int[]> chains = new ArrayList<>();
  private int places;
  private int[] placeLayer = new int[0];
  private int[][] left = new int[0][];
  private int[][] right = new int[0][];
  private double[][] pullLeft = new double[0][];
  private double[][] pullRight = new double[0][];

  private LayeredLayout(int nodes, List<Edge> edges, double size, double gap) {
    this.nodes = nodes;
    this.edges = edges;
    this.size = size;
    this.gap = gap;
    this.layer = new int[nodes];
  }

  /// @param edges from left to right, without circles
  /// @param size the height of a node
  /// @param gap the least distance between two
  static Placed of(int nodes, List<Edge> edges, double size, double gap) {
    return new LayeredLayout(nodes, edges, size, gap).placed();
  }

  private Placed placed() {
    layers();
    chains();
    int layers = Arrays.stream(placeLayer).max().orElse(-1) + 1;
    int[][] order = ordered(layers);
    double[] centre = centred(order);
    double top = Double.MAX_VALUE;
    double bottom = 0;
    for (int place = 0; place < places; place++) {
      top = Math.min(top, centre[place] - extent(place) / 2);
      bottom = Math.max(bottom, centre[place] + extent(place) / 2);
    }
    double up = places == 0 ? 0 : top;
    List<Double> own = new ArrayList<>();
    List<Integer> layerOf = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      own.add(centre[node] - up);
      layerOf.add(layer[node]);
    }
    List<List<Double>> bends = new ArrayList<>();
    for (int[] chain : chains) {
      bends.add(
          Arrays.stream(chain, 1, chain.length - 1).mapToObj(place -> centre[place] - up).toList());
    }
    return new Placed(layers, places == 0 ? 0 : bottom - up, layerOf, own, bends);
  }

  /// As far left as what feeds a node allows; what nothing feeds stands right before what it moves.
  private void layers() {
    int[] waiting = new int[nodes];
    edges.forEach(edge -> waiting[edge.to]++);
    List<Integer> sorted = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      if (waiting[node] == 0) {
        sorted.add(node);
      }
    }
    for (int next = 0; next < sorted.size(); next++) {
      int node = sorted.get(next);
      for (Edge edge : edges) {
        if (edge.from == node) {
          layer[edge.to] = Math.max(layer[edge.to], layer[node] + 1);
          if (--waiting[edge.to] == 0) {
            sorted.add(edge.to);
          }
        }
      }
    }
    if (sorted.size() < nodes) {
      throw new IllegalArgumentException("the edges run in a circle");
    }
    for (int node : sorted.reversed()) {
      int nearest = Integer.MAX_VALUE;
      boolean fed = false;
      for (Edge edge : edges) {
        fed |= edge.to == node;
        nearest = edge.from == node ? Math.min(nearest, layer[edge.to] - 1) : nearest;
      }
      if (!fed && nearest != Integer.MAX_VALUE) {
        layer[node] = nearest;
      }
    }
    int first = Arrays.stream(layer).min().orElse(0);
    for (int node = 0; node < nodes; node++) {
      layer[node] -= first;
    }
  }

  private void chains() {
    List<Integer> at = new ArrayList<>();
    Arrays.stream(layer).forEach(at::add);
    for (Edge edge : edges) {
      int between = layer[edge.to] - layer[edge.from] - 1;
      int[] chain = new int[between + 2];
      chain[0] = edge.from;
      for (int i = 1; i <= between; i++) {
        chain[i] = at.size();
        at.add(layer[edge.from] + i);
      }
      chain[between + 1] = edge.to;
      chains.add(chain);
    }
    places = at.size();
    placeLayer = at.stream().mapToInt(Integer::intValue).toArray();
    left = new int[places][0];
    right = new int[places][0];
    pullLeft = new double[places][0];
    pullRight = new double[places][0];
    for (int i = 0; i < chains.size(); i++) {
      int[] chain = chains.get(i);
      double pull = 0.2 + edges.get(i).share;
      for (int j = 0; j + 1 < chain.length; j++) {
        right[chain[j]] = with(right[chain[j]], chain[j + 1]);
        pullRight[chain[j]] = with(pullRight[chain[j]], pull);
        left[chain[j + 1]] = with(left[chain[j + 1]], chain[j]);
        pullLeft[chain[j + 1]] = with(pullLeft[chain[j + 1]], pull);
      }
    }
  }

  private static int[] with(int[] list, int one) {
    int[] longer = Arrays.copyOf(list, list.length + 1);
    longer[list.length] = one;
    return longer;
  }

  private static double[] with(double[] list, double one) {
    double[] longer = Arrays.copyOf(list, list.length + 1);
    longer[list.length] = one;
    return longer;
  }

  private int[][] ordered(int layers) {
    int[][] order = new int[layers][];
    for (int l = 0; l < layers; l++) {
      int here = l;
      order[l] =
          java.util.stream.IntStream.range(0, places).filter(p -> placeLayer[p] == here).toArray();
    }
    int[][] best = copy(order);
    long fewest = crossings(order);
    double[] rank = new double[places];
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      boolean rightwards = sweep % 2 == 0;
      ranks(order, rank);
      for (int i = 1; i < layers; i++) {
        int l = rightwards ? i : layers - 1 - i;
        sort(order[l], rightwards ? left : right, rank);
        for (int j = 0; j < order[l].length; j++) {
          rank[order[l][j]] = j;
        }
      }
      long now = crossings(order);
      if (now < fewest) {
        fewest = now;
        best = copy(order);
      }
    }
    return best;
  }

  private static int[][] copy(int[][] order) {
    return Arrays.stream(order).map(int[]::clone).toArray(int[][]::new);
  }

  private static void ranks(int[][] order, double[] rank) {
    for (int[] row : order) {
      for (int j = 0; j < row.length; j++) {
        rank[row[j]] = j;
      }
    }
  }

  private static void sort(int[] row, int[][] neighbours, double[] rank) {
    double[] wanted = new double[rank.length];
    for (int place : row) {
      wanted[place] =
          Arrays.stream(neighbours[place]).mapToDouble(n -> rank[n]).average().orElse(rank[place]);
    }
    Integer[] sorted = Arrays.stream(row).boxed().toArray(Integer[]::new);
    Arrays.sort(sorted, Comparator.comparingDouble(place -> wanted[place]));
    for (int j = 0; j < row.length; j++) {
      row[j] = sorted[j];
    }
  }

  private long crossings(int[][] order) {
    double[] rank = new double[places];
    ranks(order, rank);
    long crossings = 0;
    for (int l = 0; l + 1 < order.length; l++) {
      List<double[]> lines = new ArrayList<>();
      for (int place : order[l]) {
        for (int next : right[place]) {
          lines.add(new double[] {rank[place], rank[next]});
        }
      }
      for (int i = 0; i < lines.size(); i++) {
        for (int j = i + 1; j < lines.size(); j++) {
          double[] one = lines.get(i);
          double[] other = lines.get(j);
          crossings += (one[0] - other[0]) * (one[1] - other[1]) < 0 ? 1 : 0;
        }
      }
    }
    return crossings;
  }

  private double extent(int place) {
    return place < nodes ? size : gap;
  }

  private double distance(int above, int below) {
    return extent(above) / 2 + gap + extent(below) / 2;
  }

  private double[] centred(int[][] order) {
    double[] centre = new double[places];
    for (int[] row : order) {
      double y = 0;
      for (int j = 0; j < row.length; j++) {
        y = j == 0 ? 0 : y + distance(row[j - 1], row[j]);
        centre[row[j]] = y;
      }
      for (int place : row) {
        centre[place] -= y / 2;
      }
    }
    for (int round = 0; round < SETTLINGS; round++) {
      for (int i = 0; i < order.length; i++) {
        settle(order[round % 2 == 0 ? i : order.length - 1 - i], centre);
      }
    }
    return centre;
  }

  /// Moves a layer as near to its neighbours as its order and distances allow.
  private void settle(int[] row, double[] centre) {
    double[] offset = new double[row.length];
    double[] wanted = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      offset[j] = j == 0 ? 0 : offset[j - 1] + distance(row[j - 1], row[j]);
      wanted[j] = wish(row[j], centre) - offset[j];
    }
    double[] pooled = pooled(wanted);
    for (int j = 0; j < row.length; j++) {
      centre[row[j]] = pooled[j] + offset[j];
    }
  }

  private double wish(int place, double[] centre) {
    double sum = 0;
    double pull = 0;
    for (int i = 0; i < left[place].length; i++) {
      sum += pullLeft[place][i] * centre[left[place][i]];
      pull += pullLeft[place][i];
    }
    for (int i = 0; i < right[place].length; i++) {
      sum += pullRight[place][i] * centre[right[place][i]];
      pull += pullRight[place][i];
    }
    return pull == 0 ? centre[place] : sum / pull;
  }

  /// The rising sequence nearest to the wanted one: neighbours out of order share their mean.
  private static double[] pooled(double[] wanted) {
    int n = wanted.length;
    double[] mean = new double[n];
    int[] count = new int[n];
    int blocks = 0;
    for (double wish : wanted) {
      mean[blocks] = wish;
      count[blocks] = 1;
      blocks++;
      while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
        int both = count[blocks - 2] + count[blocks - 1];
        mean[blocks - 2] =
            (mean[blocks - 2] * count[blocks - 2] + mean[blocks - 1] * count[blocks - 1]) / both;
        count[blocks - 2] = both;
        blocks--;
      }
    }
    double[] result = new double[n];
    int at = 0;
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < count[block]; i++) {
        result[at] = mean[block];
        at++;
      }
    }
    return result;
  }
}
