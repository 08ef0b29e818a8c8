package io.fairlead.methods.goals;

import java.util.OptionalDouble;

/// Scores where every distinct piece of work below a node counts once with its whole weight.
/// Computed for the node that is asked for. Not safe for use by several threads at once.
public final class UnionRollUp {
  private final AlignmentGraph graph;

  /// By place: weight, and weight times score, of all below; right wherever [#tree] holds.
  private final double[] below;

  /// By place: whether everything strictly below has one parent only, so that its sums add up.
  private final boolean[] tree;

  private final double[] own;
  private final int[] visit;
  private final int[] stack;
  private int visits;
  private double weight;
  private double product;
  private int asked = -1;

  UnionRollUp(AlignmentGraph graph, double[] own) {
    this.graph = graph;
    this.own = own;
    this.below = own.clone();
    this.tree = new boolean[graph.nodes];
    this.visit = new int[graph.nodes];
    this.stack = new int[graph.nodes];
    for (int place = graph.nodes - 1; place >= 0; place--) {
      boolean plain = true;
      for (int edge = graph.childStart[place]; edge < graph.childStart[place + 1]; edge++) {
        int child = graph.childPlace[edge];
        below[2 * place] += below[2 * child];
        below[2 * place + 1] += below[2 * child + 1];
        plain &= tree[child] && graph.parentStart[child + 1] - graph.parentStart[child] == 1;
      }
      tree[place] = plain;
    }
  }

  /// The score by set union; empty where nothing scored lies below.
  public OptionalDouble score(int node) {
    gather(graph.placeOf[node]);
    return RollUp.ratio(product, weight);
  }

  /// The weight of all distinct work at and below a node.
  public double weight(int node) {
    gather(graph.placeOf[node]);
    return weight;
  }

  private void gather(int top) {
    if (asked == top) {
      return;
    }
    asked = top;
    visits++;
    weight = 0;
    product = 0;
    int depth = 0;
    stack[depth++] = top;
    visit[top] = visits;
    while (depth > 0) {
      int place = stack[--depth];
      double[] counted = tree[place] ? below : own;
      weight += counted[2 * place];
      product += counted[2 * place + 1];
      if (tree[place]) {
        continue;
      }
      for (int edge = graph.childStart[place]; edge < graph.childStart[place + 1]; edge++) {
        int child = graph.childPlace[edge];
        if (visit[child] != visits) {
          visit[child] = visits;
          stack[depth++] = child;
        }
      }
    }
  }
}
