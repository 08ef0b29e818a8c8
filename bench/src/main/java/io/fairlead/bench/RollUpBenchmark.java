package io.fairlead.bench;

import io.fairlead.methods.goals.AlignmentGraph;
import io.fairlead.methods.goals.OwnWork;
import io.fairlead.methods.goals.RollUp;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Roll-ups of a goal graph against one pass over arrays of the size that the graph holds: every
/// array read once, in order, and its entries summed. The credit roll-up of a million nodes is to
/// take at most five times as long.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class RollUpBenchmark {
  private static final int SEED = 20260301;

  @Param("1000000")
  public int nodes;

  private GoalGraphs.Company company = GoalGraphs.company(1, SEED);
  private OwnWork work = company.graph.ownWork(company.weight, company.score);
  private RollUp rollUp = work.rollUp();
  private int leaf;
  private int[][] integers = new int[0][];
  private double[][] figures = new double[0][];

  @Setup
  public void build() {
    company = GoalGraphs.company(nodes, SEED);
    work = company.graph.ownWork(company.weight, company.score);
    rollUp = work.rollUp();
    leaf = deepest(company.graph);
    int edges = company.graph.contributions();
    integers = new int[][] {new int[nodes + 1], new int[edges]};
    figures = new double[][] {company.weight, company.score, new double[edges]};
    for (int[] array : integers) {
      Arrays.setAll(array, i -> i);
    }
  }

  /// What a credit roll-up must read at the least: order, offsets, children, shares, weights,
  /// scores.
  @Benchmark
  public double onePassOverTheArrays() {
    long whole = 0;
    for (int[] array : integers) {
      for (int entry : array) {
        whole += entry;
      }
    }
    double sum = 0;
    for (double[] array : figures) {
      for (double entry : array) {
        sum += entry;
      }
    }
    return sum + whole;
  }

  /// Of work that lies in the graph's own arrays.
  @Benchmark
  public RollUp credit() {
    return work.rollUp();
  }

  /// Of work numbered at random, which must be laid out first: a miss of the cache a node.
  @Benchmark
  public RollUp creditOfShuffledWork() {
    return company.graph.rollUp(company.weight, company.score);
  }

  @Benchmark
  public int whatIsAboveOneLeaf() {
    return company.graph.upwards(leaf).length;
  }

  @Benchmark
  public RollUp afterOneLeafChanged() {
    return rollUp.after(new int[] {leaf}, new double[] {2}, new double[] {0.5});
  }

  /// The set union of the node with most below it: the price of the organisation's own figure.
  @Benchmark
  public double unionOfTheTop() {
    int[] upwards = company.graph.upwards(leaf);
    return rollUp.union().weight(upwards[upwards.length - 1]);
  }

  private static int deepest(AlignmentGraph graph) {
    int found = 0;
    int length = 0;
    for (int node = 0; node < Math.min(graph.nodes(), 1000); node++) {
      int above = graph.upwards(node).length;
      if (above > length) {
        length = above;
        found = node;
      }
    }
    return found;
  }
}
