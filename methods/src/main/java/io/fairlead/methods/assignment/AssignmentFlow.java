package io.fairlead.methods.assignment;

import io.fairlead.methods.assignment.AssignmentNetwork.Group;
import io.fairlead.methods.assignment.AssignmentNetwork.Pair;
import io.fairlead.methods.assignment.AssignmentNetwork.Rater;
import io.fairlead.methods.assignment.AssignmentNetwork.Reviewee;
import java.util.Arrays;

/// Minimum-cost flow from places to raters by successive shortest paths: each place in turn looks
/// for the cheapest way to a rater with room, over raters who give up what somebody else can do
/// instead. Dijkstra's search over costs reduced by potentials ends at the first rater that is
/// cheapest, so most searches see a few nodes only.
///
/// A rater's load l costs l² (times the fairness), which is a rising cost of each next reviewee.
/// Costs are multiplied by a number larger than any difference of two such steps, and the step is
/// added: so a path with a lower cost always wins, and of equally cheap ones that with the fairer
/// loads. Since optimality is about single cycles, each with at most two such steps, that number is
/// enough for the whole.
///
/// A search that finds nothing has seen a closed set of nodes: no later path can pass through it,
/// and it is the reason of the shortfall.
///
/// Sources: Ahuja, Magnanti and Orlin, Network Flows (1993), 9.7 and 14.4; Harvey, Ladner, Lovász
/// and Tamir, Semi-matchings for bipartite graphs and load balancing (2006).
final class AssignmentFlow {
  private static final long UNREACHED = Long.MAX_VALUE;
  private static final int NONE = -1;

  /// That a path may cost, with as much again to spare before a long overflows.
  private static final double LARGEST = 4e18;

  private final AssignmentNetwork network;
  private final long step;
  private final int firstGroup;
  private final int firstReviewee;
  private final int[] raterOf;
  private final int[] groupOf;
  private final long[] costOf;
  private final int[] revieweeOf;
  private final int[] loadBefore;
  private final int[] mostLoad;
  private final Members pairsOfGroup;
  private final Members groupsOfReviewee;

  private final boolean[] isAssigned;
  private final int[] load;
  private final int[] needFilled;
  private final int[] extraFilled;

  /// Of each group: how many of its raters fill places that any group may fill.
  private final int[] extraFrom;

  /// The assigned pairs of a rater, from where those of the rater's pairs begin.
  private final int[] held;

  private final Members pairsOfRater;
  private final int[] heldAt;

  private final long[] potential;
  private final long[] distance;
  private final int[] reachedIn;
  private final int[] settledIn;
  private final int[] parent;
  private final int[] parentPair;
  private final boolean[] isClosed;
  private final NodeHeap heap = new NodeHeap();
  private final int[] settled;
  private int settledCount;
  private int search;

  /// How far the nearest rater with room is, as far as the search has come.
  private long best;

  private int nearest;

  /// @throws IllegalArgumentException where costs are too large for so many people
  AssignmentFlow(AssignmentNetwork network) {
    this.network = network;
    raterOf = network.pairs().stream().mapToInt(Pair::rater).toArray();
    groupOf = network.pairs().stream().mapToInt(Pair::group).toArray();
    revieweeOf = network.groups().stream().mapToInt(Group::reviewee).toArray();
    loadBefore = network.raters().stream().mapToInt(Rater::load).toArray();
    mostLoad = network.raters().stream().mapToInt(it -> it.load() + it.room()).toArray();
    needFilled = network.groups().stream().mapToInt(Group::filled).toArray();
    extraFilled = network.reviewees().stream().mapToInt(Reviewee::filled).toArray();
    firstGroup = network.raters().size();
    firstReviewee = firstGroup + network.groups().size();
    int nodes = firstReviewee + network.reviewees().size();
    pairsOfRater = new Members(raterOf, network.raters().size());
    pairsOfGroup = new Members(groupOf, network.groups().size());
    groupsOfReviewee = new Members(revieweeOf, network.reviewees().size());
    load = loadBefore.clone();
    extraFrom = new int[network.groups().size()];
    isAssigned = new boolean[raterOf.length];
    held = new int[raterOf.length];
    heldAt = new int[raterOf.length];
    potential = new long[nodes];
    distance = new long[nodes];
    reachedIn = new int[nodes];
    settledIn = new int[nodes];
    parent = new int[nodes];
    parentPair = new int[nodes];
    isClosed = new boolean[nodes];
    settled = new int[nodes];
    step = step(nodes);
    costOf = network.pairs().stream().mapToLong(pair -> pair.cost() * step).toArray();
  }

  private long step(int nodes) {
    int heaviest = Arrays.stream(mostLoad).max().orElse(0);
    long found = 4L * heaviest + 4;
    long dearest =
        network.pairs().stream().mapToLong(Pair::cost).max().orElse(0)
            + network.fairness() * (2L * heaviest + 1);
    if ((dearest + 1.0) * found * (nodes + 2.0) > LARGEST) {
      throw new IllegalArgumentException(
          "costs are too large for so many people; give them in larger units");
    }
    return found;
  }

  /// The first place of every group, then the second of each, and so on; then the places that any
  /// group may fill, likewise.
  AssignmentFlow solve() {
    int most = network.groups().stream().mapToInt(Group::need).max().orElse(0);
    for (int place = 1; place <= most; place++) {
      for (int at = 0; at < network.groups().size(); at++) {
        Group group = network.groups().get(at);
        if (group.filled() < place && place <= group.need() && fill(firstGroup + at)) {
          needFilled[at]++;
        }
      }
    }
    int mostExtra = network.reviewees().stream().mapToInt(Reviewee::extra).max().orElse(0);
    for (int place = 1; place <= mostExtra; place++) {
      for (int at = 0; at < network.reviewees().size(); at++) {
        Reviewee reviewee = network.reviewees().get(at);
        if (reviewee.filled() < place && place <= reviewee.extra() && fill(firstReviewee + at)) {
          extraFilled[at]++;
        }
      }
    }
    return this;
  }

  boolean isAssigned(int pair) {
    return isAssigned[pair];
  }

  /// Together with what they had already.
  int load(int rater) {
    return load[rater];
  }

  /// Places of a group, those that were filled before included.
  int needFilled(int group) {
    return needFilled[group];
  }

  /// Likewise of those that any group may fill.
  int extraFilled(int reviewee) {
    return extraFilled[reviewee];
  }

  boolean isClosedRater(int rater) {
    return isClosed[rater];
  }

  boolean isClosedGroup(int group) {
    return isClosed[firstGroup + group];
  }

  boolean isClosedReviewee(int reviewee) {
    return isClosed[firstReviewee + reviewee];
  }

  private boolean fill(int start) {
    if (isClosed[start]) {
      return false;
    }
    int end = nearestRaterWithRoom(start);
    if (end == NONE) {
      for (int at = 0; at < settledCount; at++) {
        isClosed[settled[at]] = true;
      }
      return false;
    }
    shift(end, start);
    return true;
  }

  private int nearestRaterWithRoom(int start) {
    search++;
    settledCount = 0;
    heap.clear();
    best = UNREACHED;
    nearest = NONE;
    reach(start, 0, NONE, NONE);
    while (!heap.isEmpty() && heap.distance() < best) {
      int node = heap.remove();
      if (settledIn[node] == search) {
        continue;
      }
      settledIn[node] = search;
      settled[settledCount++] = node;
      expand(node);
    }
    if (nearest != NONE) {
      for (int at = 0; at < settledCount; at++) {
        int node = settled[at];
        potential[node] += distance[node] - best;
      }
    }
    return nearest;
  }

  private boolean hasRoom(int rater) {
    return load[rater] < mostLoad[rater];
  }

  /// What one more reviewee of a rater costs.
  private long next(int rater) {
    long rise = 2L * load[rater] + 1;
    return network.fairness() * rise * step + rise;
  }

  private void expand(int node) {
    if (node < firstGroup) {
      for (int at = pairsOfRater.from(node); at < heldTo(node); at++) {
        int pair = held[at];
        reach(firstGroup + groupOf[pair], -costOf[pair], node, pair);
      }
      return;
    }
    if (node < firstReviewee) {
      int group = node - firstGroup;
      for (int at = pairsOfGroup.from(group); at < pairsOfGroup.to(group); at++) {
        int pair = pairsOfGroup.at(at);
        if (!isAssigned[pair]) {
          reach(raterOf[pair], costOf[pair], node, pair);
        }
      }
      if (extraFrom[group] > 0) {
        reach(firstReviewee + revieweeOf[group], 0, node, NONE);
      }
      return;
    }
    int reviewee = node - firstReviewee;
    for (int at = groupsOfReviewee.from(reviewee); at < groupsOfReviewee.to(reviewee); at++) {
      reach(firstGroup + groupsOfReviewee.at(at), 0, node, NONE);
    }
  }

  private void reach(int node, long cost, int from, int pair) {
    if (isClosed[node] || settledIn[node] == search) {
      return;
    }
    long whole = from == NONE ? 0 : distance[from] + cost + potential[from] - potential[node];
    if (whole >= best || (reachedIn[node] == search && distance[node] <= whole)) {
      return;
    }
    reachedIn[node] = search;
    distance[node] = whole;
    parent[node] = from;
    parentPair[node] = pair;
    heap.add(node, whole);
    if (node < firstGroup && hasRoom(node)) {
      long end = whole + next(node) + potential[node];
      if (end < best) {
        best = end;
        nearest = node;
      }
    }
  }

  /// Along the path that was found, from its end.
  private void shift(int end, int start) {
    int node = end;
    while (node != start) {
      int before = parent[node];
      int pair = parentPair[node];
      if (node < firstGroup) {
        assign(pair);
      } else if (pair != NONE) {
        release(pair);
      } else if (node < firstReviewee) {
        extraFrom[node - firstGroup]++;
      } else {
        extraFrom[before - firstGroup]--;
      }
      node = before;
    }
  }

  /// Where the assigned pairs of a rater have ended.
  private int heldTo(int rater) {
    return pairsOfRater.from(rater) + load[rater] - loadBefore[rater];
  }

  private void assign(int pair) {
    int at = heldTo(raterOf[pair]);
    held[at] = pair;
    heldAt[pair] = at;
    isAssigned[pair] = true;
    load[raterOf[pair]]++;
  }

  private void release(int pair) {
    load[raterOf[pair]]--;
    int last = held[heldTo(raterOf[pair])];
    held[heldAt[pair]] = last;
    heldAt[last] = heldAt[pair];
    isAssigned[pair] = false;
  }
}
