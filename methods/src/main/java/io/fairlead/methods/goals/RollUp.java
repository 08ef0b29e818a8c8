package io.fairlead.methods.goals;

import java.util.OptionalDouble;

/// What the work below every node adds up to, seen in two ways.
///
/// - *Credit*: every leaf counts with its credit, `Σ c·w·s / Σ c·w`. Computed from the leaves
///   upwards in one pass: what a node has is its own and the shares of what its children have.
/// - *Set union*: every distinct leaf below counts once with its whole weight, whatever its share.
///
/// Worked (the diamond of the reference cases): a department whose teams share a key result has
/// .515 by credit and .54 by union. A node's own score stays what its owner says it is; a roll-up
/// is shown beside it as contribution.
///
/// Immutable; [#after] gives the roll-up after some nodes changed, computing only those above them.
public final class RollUp {
  private final AlignmentGraph graph;
  private final OwnWork own;

  /// By place: total weight and total weight times score by credit, side by side, so that a child
  /// costs one cache line.
  private final double[] total;

  private RollUp(OwnWork own, double[] total) {
    this.graph = own.graph;
    this.own = own;
    this.total = total;
  }

  static RollUp of(OwnWork own) {
    double[] total = new double[own.pairs.length];
    for (int place = own.graph.nodes - 1; place >= 0; place--) {
      sum(own.graph, place, own.pairs, total);
    }
    return new RollUp(own, total);
  }

  private static void sum(AlignmentGraph graph, int place, double[] own, double[] total) {
    double weight = own[2 * place];
    double product = own[2 * place + 1];
    int end = graph.childStart[place + 1];
    for (int edge = graph.childStart[place]; edge < end; edge++) {
      int child = 2 * graph.childPlace[edge];
      double share = graph.childShare[edge];
      weight += share * total[child];
      product += share * total[child + 1];
    }
    total[2 * place] = weight;
    total[2 * place + 1] = product;
  }

  /// The score by credit; empty where nothing scored lies below.
  public OptionalDouble credit(int node) {
    int place = graph.placeOf[node];
    return ratio(total[2 * place + 1], total[2 * place]);
  }

  /// The weight that has arrived by credit, `Σ c·w`: 0 where nothing scored lies below.
  public double weight(int node) {
    return total[2 * graph.placeOf[node]];
  }

  /// The scores by set union, for all nodes. Costs more than credit where contributions cross,
  /// since what several ways lead to must be recognised; trees below are counted as one.
  public UnionRollUp union() {
    return new UnionRollUp(graph, own.pairs);
  }

  /// The roll-up after these nodes' own work changed; only they and the nodes above are computed
  /// again, with the same figures to the last bit as a roll-up from scratch.
  ///
  /// @param weight new weights, one for each changed node, in their order
  /// @param score new scores, likewise
  public RollUp after(int[] changed, double[] weight, double[] score) {
    OwnWork newOwn = own.with(changed, weight, score);
    double[] newTotal = total.clone();
    for (int place : graph.placesUpwards(changed)) {
      sum(graph, place, newOwn.pairs, newTotal);
    }
    return new RollUp(newOwn, newTotal);
  }

  static OptionalDouble ratio(double product, double weight) {
    return weight > 0
        ? OptionalDouble.of(Math.clamp(product / weight, 0.0, 1.0))
        : OptionalDouble.empty();
  }
}
