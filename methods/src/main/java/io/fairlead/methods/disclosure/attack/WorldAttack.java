package io.fairlead.methods.disclosure.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The hard attacker on any way of publishing whatever: all rounds that there can be for some
/// counts, put together by what a reader would see of them. Whoever sees it knows that it is one of
/// these. Each colluder knows one value of a block as well.
public final class WorldAttack {
  private final int[] sizes;
  private final double[] weights;
  private final int[] readings;
  private final int width;
  private final boolean isRatings;

  private WorldAttack(int[] sizes, double[] weights, int[] readings, int width, boolean isRatings) {
    this.sizes = sizes.clone();
    this.weights = weights;
    this.readings = readings;
    this.width = width;
    this.isRatings = isRatings;
  }

  /// Each of these as likely as any other.
  ///
  /// @param points of the scale
  public static WorldAttack onRatings(int points, int width, int... sizes) {
    double[] even = new double[points];
    Arrays.fill(even, 1);
    return new WorldAttack(sizes, even, IntStream.range(0, points).toArray(), width, true);
  }

  /// Two whole ratings by each member, of which the first is wanted: value `v` stands for `v /
  /// points` and `v % points`.
  public static WorldAttack onPairs(int points, int width, int... sizes) {
    double[] even = new double[points * points];
    Arrays.fill(even, 1);
    int[] first = IntStream.range(0, even.length).map(value -> value / points).toArray();
    return new WorldAttack(sizes, even, first, width, true);
  }

  /// Means of so many items, in parts of one item; each answer as likely as any other.
  public static WorldAttack onScores(int points, int items, int width, int... sizes) {
    double[] weights = {1};
    for (int item = 0; item < items; item++) {
      double[] more = new double[weights.length + points - 1];
      for (int sum = 0; sum < weights.length; sum++) {
        for (int step = 0; step < points; step++) {
          more[sum + step] += weights[sum];
        }
      }
      weights = more;
    }
    return new WorldAttack(
        sizes, weights, IntStream.range(0, weights.length).toArray(), width * items, false);
  }

  /// What was found.
  ///
  /// @param least width that any value keeps in any of the cases, in the unit of the values
  /// @param fewest values that stay possible
  /// @param outputs that can be told apart
  public record Found(int least, int fewest, int outputs, List<Violation> violations) {}

  /// @param seen what a reader sees of a round, to be compared by `equals`; how many members gave
  ///   each value, by block
  /// @param colluders c
  public Found attack(Function<int[][], ?> seen, int colluders) {
    Map<Object, List<int[][]>> alike = new HashMap<>();
    worlds(
        0,
        new int[sizes.length][weights.length],
        world -> alike.computeIfAbsent(seen.apply(world), _ -> new ArrayList<>()).add(copy(world)));
    Search search = new Search(alike.size());
    alike.forEach((output, worlds) -> {
      for (int block = 0; block < sizes.length; block++) {
        search.block(String.valueOf(output), worlds, block, colluders);
      }
    });
    return search.found();
  }

  private interface Visitor {
    void visit(int[][] world);
  }

  private void worlds(int block, int[][] world, Visitor visitor) {
    if (block == sizes.length) {
      visitor.visit(world);
      return;
    }
    values(block, 0, sizes[block], world, visitor);
  }

  private void values(int block, int value, int left, int[][] world, Visitor visitor) {
    if (value == weights.length - 1) {
      world[block][value] = left;
      worlds(block + 1, world, visitor);
      return;
    }
    for (int count = 0; count <= left; count++) {
      world[block][value] = count;
      values(block, value + 1, left - count, world, visitor);
    }
  }

  private static int[][] copy(int[][] world) {
    return Arrays.stream(world).map(int[]::clone).toArray(int[][]::new);
  }

  private final class Search {
    private final int outputs;
    private final List<Violation> violations = new ArrayList<>();
    private int least = Integer.MAX_VALUE;
    private int fewest = Integer.MAX_VALUE;

    Search(int outputs) {
      this.outputs = outputs;
    }

    /// What colluders gave is one of the cases; all that are possible are tried.
    void block(String output, List<int[][]> worlds, int block, int colluders) {
      if (colluders >= sizes[block]) {
        return;
      }
      Map<List<Integer>, Map<Integer, Double>> byKnown = new HashMap<>();
      for (int[][] world : worlds) {
        double others = 1;
        for (int other = 0; other < sizes.length; other++) {
          others *= other == block ? 1 : ways(world[other]);
        }
        known(world[block].clone(), 0, colluders, new ArrayList<>(), others, byKnown);
      }
      byKnown.forEach((known, values) -> {
        Feasible feasible = Feasible.of(values);
        least = Math.min(least, feasible.width());
        fewest = Math.min(fewest, feasible.probabilities().size());
        String where = output + (known.isEmpty() ? "" : " knowing " + known);
        Optional<Violation> violation =
            isRatings ? feasible.ofRatings(where, width) : feasible.ofScores(where, width);
        violation.ifPresent(violations::add);
      });
    }

    private void known(
        int[] rest,
        int from,
        int left,
        List<Integer> known,
        double others,
        Map<List<Integer>, Map<Integer, Double>> byKnown) {
      if (left == 0) {
        double ways = ways(rest) * others;
        int size = Arrays.stream(rest).sum();
        Map<Integer, Double> values =
            byKnown.computeIfAbsent(List.copyOf(known), _ -> new TreeMap<>());
        for (int value = 0; value < rest.length; value++) {
          if (rest[value] > 0) {
            values.merge(readings[value], ways * rest[value] / size, Double::sum);
          }
        }
        return;
      }
      for (int value = from; value < rest.length; value++) {
        if (rest[value] > 0) {
          rest[value]--;
          known.add(value);
          known(rest, value, left - 1, known, others, byKnown);
          known.removeLast();
          rest[value]++;
        }
      }
    }

    Found found() {
      return new Found(least, fewest, outputs, violations);
    }
  }

  /// In how many orders members can have given these values, each as likely as its weight.
  private double ways(int[] counts) {
    double ways = 1;
    int placed = 0;
    for (int value = 0; value < counts.length; value++) {
      for (int count = 1; count <= counts[value]; count++) {
        placed++;
        ways *= weights[value] * placed / count;
      }
    }
    return ways;
  }
}
