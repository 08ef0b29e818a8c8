package io.fairlead.methods.goals;

import java.util.List;

/// What forbids a set of alignments. Nodes are the numbers the graph was asked to be made of.
public sealed interface AlignmentProblem {

  /// Nodes that contribute to each other in a circle: each to the next, the last to the first
  /// again; the first node is repeated at the end. One that contributes to itself is `[n, n]`.
  record Cycle(List<Integer> path) implements AlignmentProblem {
    public Cycle {
      path = List.copyOf(path);
    }
  }

  /// A node gives away more than it has.
  record SharesAboveOne(int node, double total) implements AlignmentProblem {}

  /// A share that is not between 0 and 1. A share of 0 is lawful: it gives no credit, but what lies
  /// below still counts in the set union.
  record ShareOutOfRange(int child, int parent, double share) implements AlignmentProblem {}

  /// The same contribution twice.
  record Duplicate(int child, int parent) implements AlignmentProblem {}
}
