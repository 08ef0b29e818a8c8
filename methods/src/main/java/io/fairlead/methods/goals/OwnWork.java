package io.fairlead.methods.goals;

/// What the nodes of a graph have of their own, laid out in the graph's inner order. Whoever rolls
/// the same work up more than once lays it out once.
public final class OwnWork {
  final AlignmentGraph graph;

  /// By place: weight and weight times score, side by side.
  final double[] pairs;

  private OwnWork(AlignmentGraph graph, double[] pairs) {
    this.graph = graph;
    this.pairs = pairs;
  }

  static OwnWork of(AlignmentGraph graph, double[] weight, double[] score) {
    if (weight.length != graph.nodes || score.length != graph.nodes) {
      throw new IllegalArgumentException("one weight and one score a node");
    }
    // In the order of the nodes: one miss of the cache a node, where the pair is put, instead of
    // two.
    double[] pairs = new double[2 * graph.nodes];
    for (int node = 0; node < graph.nodes; node++) {
      put(pairs, graph.placeOf[node], weight[node], score[node]);
    }
    return new OwnWork(graph, pairs);
  }

  /// The same but for these nodes.
  OwnWork with(int[] changed, double[] weight, double[] score) {
    if (weight.length != changed.length || score.length != changed.length) {
      throw new IllegalArgumentException("one weight and one score a changed node");
    }
    double[] changedPairs = pairs.clone();
    for (int i = 0; i < changed.length; i++) {
      put(changedPairs, graph.placeOf[changed[i]], weight[i], score[i]);
    }
    return new OwnWork(graph, changedPairs);
  }

  private static void put(double[] pairs, int place, double weight, double score) {
    if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a weight is finite and not negative: " + weight);
    }
    double product = weight == 0 ? 0 : weight * score;
    if (!(Math.abs(product) <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a score is finite: " + score);
    }
    pairs[2 * place] = weight;
    pairs[2 * place + 1] = product;
  }

  /// The scores of all nodes.
  public RollUp rollUp() {
    return RollUp.of(this);
  }
}
