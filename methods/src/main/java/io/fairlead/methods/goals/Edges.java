package io.fairlead.methods.goals;

/// The edges of a graph grouped by the node they belong to: those of node n stand at `start[n] ..
/// start[n + 1]`.
final class Edges {
  final int[] start;
  final int[] other;
  final double[] share;

  private Edges(int nodes, int size) {
    start = new int[nodes + 1];
    other = new int[size];
    share = new double[size];
  }

  /// From each child to its parents.
  static Edges from(int nodes, Contributions list) {
    return grouped(nodes, list.size, list.child, list.parent, list.share);
  }

  /// From each parent to its children.
  static Edges to(int nodes, Contributions list) {
    return grouped(nodes, list.size, list.parent, list.child, list.share);
  }

  private static Edges grouped(int nodes, int size, int[] key, int[] other, double[] share) {
    var edges = new Edges(nodes, size);
    for (int edge = 0; edge < size; edge++) {
      edges.start[key[edge] + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      edges.start[node + 1] += edges.start[node];
    }
    int[] next = edges.start.clone();
    for (int edge = 0; edge < size; edge++) {
      int at = next[key[edge]]++;
      edges.other[at] = other[edge];
      edges.share[at] = share[edge];
    }
    return edges;
  }

  /// The same edges where node `nodeAt[p]` is called p.
  Edges renumbered(int[] nodeAt, int[] placeOf) {
    var edges = new Edges(nodeAt.length, other.length);
    int at = 0;
    for (int place = 0; place < nodeAt.length; place++) {
      int node = nodeAt[place];
      for (int edge = start[node]; edge < start[node + 1]; edge++) {
        edges.other[at] = placeOf[other[edge]];
        edges.share[at] = share[edge];
        at++;
      }
      edges.start[place + 1] = at;
    }
    return edges;
  }
}
