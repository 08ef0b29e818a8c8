package io.fairlead.methods.goals;

import java.util.Arrays;
import java.util.Random;

/// A random company: nodes give shares to nodes of lower number, some of them everything they have.
final class RandomAlignment {
  private final double[][] share;
  private final double[] weight;
  private final double[] score;

  private RandomAlignment(double[][] share, double[] weight, double[] score) {
    this.share = share;
    this.weight = weight;
    this.score = score;
  }

  double[] weight() {
    return weight;
  }

  double[] score() {
    return score;
  }

  static RandomAlignment of(long seed, int nodes) {
    var random = new Random(seed);
    boolean generous = random.nextBoolean();
    double[][] share = new double[nodes][nodes];
    double[] weight = new double[nodes];
    double[] score = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      weight[node] = random.nextInt(4);
      score[node] = random.nextDouble();
      int parents = node == 0 ? 0 : random.nextInt(4);
      double left = 1;
      for (int i = 0; i < parents; i++) {
        int parent = random.nextInt(node);
        if (share[node][parent] == 0) {
          double given = i == parents - 1 && generous ? left : left * random.nextDouble();
          share[node][parent] = given;
          left -= given;
        }
      }
    }
    return new RandomAlignment(share, weight, score);
  }

  AlignmentGraph graph() {
    var contributions = new Contributions();
    for (int child = 0; child < share.length; child++) {
      for (int parent = 0; parent < share.length; parent++) {
        if (share[child][parent] > 0) {
          contributions.add(child, parent, share[child][parent]);
        }
      }
    }
    return AlignmentGraph.of(share.length, contributions);
  }

  /// The last node, to which nobody contributes, as two with half its weight each and the same
  /// parents.
  RandomAlignment withLastNodeSplit() {
    int nodes = share.length;
    double[][] shares = new double[nodes + 1][nodes + 1];
    for (int node = 0; node < nodes; node++) {
      System.arraycopy(share[node], 0, shares[node], 0, nodes);
    }
    System.arraycopy(share[nodes - 1], 0, shares[nodes], 0, nodes);
    double[] weights = Arrays.copyOf(weight, nodes + 1);
    double[] scores = Arrays.copyOf(score, nodes + 1);
    weights[nodes - 1] /= 2;
    weights[nodes] = weights[nodes - 1];
    scores[nodes] = scores[nodes - 1];
    return new RandomAlignment(shares, weights, scores);
  }

  boolean isRoot(int node) {
    return given(node) == 0;
  }

  boolean givesAllAway() {
    for (int node = 0; node < share.length; node++) {
      if (!isRoot(node) && Math.abs(given(node) - 1) > 1e-12) {
        return false;
      }
    }
    return true;
  }

  private double given(int node) {
    return Arrays.stream(share[node]).sum();
  }

  boolean reaches(int from, int to) {
    if (from == to) {
      return true;
    }
    for (int parent = 0; parent < share.length; parent++) {
      if (share[from][parent] > 0 && reaches(parent, to)) {
        return true;
      }
    }
    return false;
  }

  static boolean hasCircle(boolean[][] edge) {
    int nodes = edge.length;
    boolean[][] reach = new boolean[nodes][];
    for (int i = 0; i < nodes; i++) {
      reach[i] = edge[i].clone();
    }
    for (int via = 0; via < nodes; via++) {
      for (int from = 0; from < nodes; from++) {
        for (int to = 0; to < nodes; to++) {
          reach[from][to] |= reach[from][via] && reach[via][to];
        }
      }
    }
    for (int node = 0; node < nodes; node++) {
      if (reach[node][node]) {
        return true;
      }
    }
    return false;
  }
}
