package io.fairlead.methods.goals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who contributes how much to whom: a directed graph without cycles, in which no node gives away
/// more than it has. Made by [#check], which names what is wrong instead of making a wrong one.
///
/// The credit of a leaf at a node is the sum over all ways up of the product of the shares on the
/// way, `((I − A)⁻¹)`; a diamond therefore counts once. [#rollUp] computes the scores of all nodes.
///
/// Inside, nodes are renumbered so that every parent stands before its children and the children of
/// one parent stand together: a roll-up then walks its arrays in order, which is what makes it
/// fast.
public final class AlignmentGraph {
  final int nodes;

  /// The place of each node in the inner order, and the node at each place.
  final int[] placeOf;

  final int[] nodeAt;

  /// The contributions into the place p stand at `childStart[p] .. childStart[p + 1]`.
  final int[] childStart;

  final int[] childPlace;
  final double[] childShare;

  /// Those out of the place p stand at `parentStart[p] .. parentStart[p + 1]`.
  final int[] parentStart;

  final int[] parentPlace;
  final double[] parentShare;

  /// Whether a graph could be made.
  public sealed interface Checked {
    record Sound(AlignmentGraph graph) implements Checked {}

    /// All problems; of cycles one for each contribution that closes one, at most a hundred.
    record Broken(List<AlignmentProblem> problems) implements Checked {
      public Broken {
        problems = List.copyOf(problems);
      }
    }
  }

  /// @param nodes how many nodes there are, numbered from 0
  /// @throws IndexOutOfBoundsException if a contribution names a node that is not there
  public static Checked check(int nodes, Contributions contributions) {
    Edges up = Edges.from(nodes, contributions);
    List<AlignmentProblem> problems = new AlignmentCheck(nodes, up).problems();
    if (!problems.isEmpty()) {
      return new Checked.Broken(problems);
    }
    return new Checked.Sound(new AlignmentGraph(nodes, up, Edges.to(nodes, contributions)));
  }

  /// The graph, where a broken one is a bug.
  public static AlignmentGraph of(int nodes, Contributions contributions) {
    return switch (check(nodes, contributions)) {
      case Checked.Sound(AlignmentGraph graph) -> graph;
      case Checked.Broken(List<AlignmentProblem> problems) ->
          throw new IllegalArgumentException(problems.toString());
    };
  }

  private AlignmentGraph(int nodes, Edges up, Edges down) {
    this.nodes = nodes;
    this.nodeAt = parentsFirst(nodes, up, down);
    this.placeOf = new int[nodes];
    for (int place = 0; place < nodes; place++) {
      placeOf[nodeAt[place]] = place;
    }
    Edges children = down.renumbered(nodeAt, placeOf);
    Edges parents = up.renumbered(nodeAt, placeOf);
    this.childStart = children.start;
    this.childPlace = children.other;
    this.childShare = children.share;
    this.parentStart = parents.start;
    this.parentPlace = parents.other;
    this.parentShare = parents.share;
  }

  private static int[] parentsFirst(int nodes, Edges up, Edges down) {
    int[] order = new int[nodes];
    int[] waiting = new int[nodes];
    int end = 0;
    for (int node = 0; node < nodes; node++) {
      waiting[node] = up.start[node + 1] - up.start[node];
      if (waiting[node] == 0) {
        order[end++] = node;
      }
    }
    for (int next = 0; next < end; next++) {
      int node = order[next];
      for (int edge = down.start[node]; edge < down.start[node + 1]; edge++) {
        if (--waiting[down.other[edge]] == 0) {
          order[end++] = down.other[edge];
        }
      }
    }
    return order;
  }

  public int nodes() {
    return nodes;
  }

  public int contributions() {
    return childPlace.length;
  }

  /// The scores of all nodes from what the nodes have of their own.
  ///
  /// @param weight by node, the weight of its own scored work, 0 if it has none; finite, not
  ///   negative
  /// @param score by node, the score of that work; read only where the weight is above 0
  public RollUp rollUp(double[] weight, double[] score) {
    return ownWork(weight, score).rollUp();
  }

  /// The same work laid out for this graph, to be rolled up again and again.
  public OwnWork ownWork(double[] weight, double[] score) {
    return OwnWork.of(this, weight, score);
  }

  /// The credit of one node at itself (1) and at every node above it.
  public SortedMap<Integer, Double> creditsOf(int node) {
    var credit = new TreeMap<Integer, Double>();
    var atPlace = new TreeMap<Integer, Double>();
    atPlace.put(placeOf[node], 1.0);
    while (!atPlace.isEmpty()) {
      var lowest = atPlace.pollLastEntry();
      int place = lowest.getKey();
      credit.put(nodeAt[place], lowest.getValue());
      for (int edge = parentStart[place]; edge < parentStart[place + 1]; edge++) {
        atPlace.merge(parentPlace[edge], lowest.getValue() * parentShare[edge], Double::sum);
      }
    }
    return credit;
  }

  /// The nodes above these, and these, children before their parents: all whose roll-up changes
  /// when these change.
  public int[] upwards(int... changed) {
    int[] places = placesUpwards(changed);
    int[] result = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      result[i] = nodeAt[places[i]];
    }
    return result;
  }

  int[] placesUpwards(int... changed) {
    var seen = new BitSet(nodes);
    int[] found = new int[Math.max(16, changed.length)];
    int size = 0;
    for (int node : changed) {
      if (!seen.get(placeOf[node])) {
        seen.set(placeOf[node]);
        found[size++] = placeOf[node];
      }
    }
    for (int next = 0; next < size; next++) {
      int place = found[next];
      for (int edge = parentStart[place]; edge < parentStart[place + 1]; edge++) {
        int above = parentPlace[edge];
        if (!seen.get(above)) {
          seen.set(above);
          if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
          }
          found[size++] = above;
        }
      }
    }
    Arrays.sort(found, 0, size);
    int[] descending = new int[size];
    for (int i = 0; i < size; i++) {
      descending[i] = found[size - 1 - i];
    }
    return descending;
  }
}
