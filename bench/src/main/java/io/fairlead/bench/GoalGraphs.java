package io.fairlead.bench;

import io.fairlead.methods.goals.AlignmentGraph;
import io.fairlead.methods.goals.Contributions;
import java.util.SplittableRandom;

/// Goal graphs of any size, the same for the same seed: a tree of objectives with about five
/// children each, one in ten of which gives three tenths to another elsewhere, numbered at random
/// as rows of a database are.
public final class GoalGraphs {
  private static final int CHILDREN = 5;

  private GoalGraphs() {}

  /// A graph with what its leaves scored: weights and scores by node.
  static final class Company {
    final AlignmentGraph graph;
    final double[] weight;
    final double[] score;

    private Company(AlignmentGraph graph, double[] weight, double[] score) {
      this.graph = graph;
      this.weight = weight;
      this.score = score;
    }
  }

  static Company company(int nodes, long seed) {
    var random = new SplittableRandom(seed);
    int[] number = shuffled(nodes, random);
    var contributions = new Contributions();
    double[] weight = new double[nodes];
    double[] score = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      weight[number[node]] = 1 + random.nextInt(3);
      score[number[node]] = random.nextDouble();
      if (node > 0) {
        align(node, number, contributions, random);
      }
    }
    return new Company(AlignmentGraph.of(nodes, contributions), weight, score);
  }

  private static void align(
      int node, int[] number, Contributions contributions, SplittableRandom random) {
    int parent = (node - 1) / CHILDREN;
    int other = random.nextInt(node);
    if (random.nextInt(10) == 0 && other != parent) {
      contributions.add(number[node], number[other], 0.3);
      contributions.add(number[node], number[parent], 0.7);
      return;
    }
    contributions.add(number[node], number[parent], 1);
  }

  private static int[] shuffled(int nodes, SplittableRandom random) {
    int[] number = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      int place = random.nextInt(node + 1);
      number[node] = number[place];
      number[place] = node;
    }
    return number;
  }
}
