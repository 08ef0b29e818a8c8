package io.fairlead.methods.goals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Looks for all that forbids a set of alignments, in time linear in their number.
final class AlignmentCheck {
  /// Shares are typed by people with few decimals; thirds may exceed 1 by this much.
  private static final double HAIR = 1e-9;

  private static final int MOST_CYCLES = 100;
  private static final int FRESH = 0;
  private static final int OPEN = 1;
  private static final int DONE = 2;

  private final int nodes;
  private final Edges up;
  private final List<AlignmentProblem> problems = new ArrayList<>();

  AlignmentCheck(int nodes, Edges up) {
    this.nodes = nodes;
    this.up = up;
  }

  List<AlignmentProblem> problems() {
    int[] lastChildOf = new int[nodes];
    Arrays.fill(lastChildOf, -1);
    for (int node = 0; node < nodes; node++) {
      shares(node, lastChildOf);
    }
    cycles();
    return problems;
  }

  private void shares(int node, int[] lastChildOf) {
    double total = 0;
    for (int edge = up.start[node]; edge < up.start[node + 1]; edge++) {
      int parent = up.other[edge];
      double share = up.share[edge];
      if (!(share >= 0 && share <= 1 + HAIR)) {
        problems.add(new AlignmentProblem.ShareOutOfRange(node, parent, share));
      }
      if (lastChildOf[parent] == node) {
        problems.add(new AlignmentProblem.Duplicate(node, parent));
      }
      lastChildOf[parent] = node;
      total += share;
    }
    if (total > 1 + HAIR) {
      problems.add(new AlignmentProblem.SharesAboveOne(node, total));
    }
  }

  /// Depth first with a stack of our own, since a chain may be a million nodes long. Every edge
  /// that closes a circle is reported with its circle, until there are more than anyone reads.
  private void cycles() {
    int found = 0;
    int[] state = new int[nodes];
    int[] nextEdge = Arrays.copyOf(up.start, nodes);
    int[] path = new int[nodes];
    for (int from = 0; from < nodes; from++) {
      if (state[from] != FRESH) {
        continue;
      }
      int depth = 0;
      path[depth++] = from;
      state[from] = OPEN;
      while (depth > 0) {
        int node = path[depth - 1];
        if (nextEdge[node] == up.start[node + 1]) {
          state[node] = DONE;
          depth--;
          continue;
        }
        int above = up.other[nextEdge[node]++];
        if (state[above] == OPEN) {
          problems.add(cycle(path, depth, above));
          if (++found == MOST_CYCLES) {
            return;
          }
        } else if (state[above] == FRESH) {
          state[above] = OPEN;
          path[depth++] = above;
        }
      }
    }
  }

  private static AlignmentProblem cycle(int[] path, int depth, int back) {
    int first = depth - 1;
    while (path[first] != back) {
      first--;
    }
    var nodes = new ArrayList<Integer>(depth - first + 1);
    for (int i = first; i < depth; i++) {
      nodes.add(path[i]);
    }
    nodes.add(back);
    return new AlignmentProblem.Cycle(nodes);
  }
}
