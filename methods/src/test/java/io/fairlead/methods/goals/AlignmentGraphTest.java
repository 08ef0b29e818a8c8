package io.fairlead.methods.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.goals.AlignmentGraph.Checked.Broken;
import io.fairlead.methods.goals.AlignmentGraph.Checked.Sound;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AlignmentGraphTest {

  /// k1..k4 are 0..3, team1..team3 are 4..6, the department is 7 and the company 8.
  private static final Contributions DIAMOND =
      new Contributions()
          .add(0, 4, 1)
          .add(1, 4, 0.5)
          .add(1, 5, 0.5)
          .add(2, 5, 1)
          .add(3, 6, 1)
          .add(4, 7, 1)
          .add(5, 7, 0.6)
          .add(5, 8, 0.4)
          .add(6, 7, 1)
          .add(7, 8, 1);

  private static final double[] WEIGHT = {1, 1, 2, 1, 0, 0, 0, 0, 0};
  private static final double[] SCORE = {0.9, 0.4, 0.7, 0, 0, 0, 0, 0, 0};

  @Test
  void aDiamondCountsOnce() {
    AlignmentGraph graph = AlignmentGraph.of(9, DIAMOND);
    RollUp rollUp = graph.rollUp(WEIGHT, SCORE);
    assertThat(rollUp.credit(7).getAsDouble()).isCloseTo(0.515, within(1e-12));
    assertThat(rollUp.union().score(7).getAsDouble()).isCloseTo(0.54, within(1e-12));
    assertThat(rollUp.weight(8)).isCloseTo(5, within(1e-12));
    assertThat(graph.creditsOf(1))
        .containsEntry(4, 0.5)
        .containsEntry(7, 0.8)
        .containsEntry(8, 1.0);
  }

  @Test
  void whereNothingIsScoredThereIsNoRollUp() {
    AlignmentGraph graph = AlignmentGraph.of(2, new Contributions().add(0, 1, 1));
    RollUp rollUp = graph.rollUp(new double[2], new double[2]);
    assertThat(rollUp.credit(1)).isEmpty();
    assertThat(rollUp.union().score(1)).isEmpty();
    assertThat(rollUp.weight(1)).isZero();
  }

  @Test
  void aShareOfZeroGivesNoCreditButCountsInTheUnion() {
    AlignmentGraph graph = AlignmentGraph.of(2, new Contributions().add(0, 1, 0));
    RollUp rollUp = graph.rollUp(new double[] {1, 0}, new double[] {0.8, 0});
    assertThat(rollUp.credit(1)).isEmpty();
    assertThat(rollUp.union().score(1)).hasValue(0.8);
  }

  @Test
  void aCircleIsNamedWithItsPath() {
    var circle =
        new Contributions().add(0, 1, 1).add(1, 2, 1).add(2, 3, 0.5).add(3, 1, 1).add(2, 4, 0.5);
    assertThat(AlignmentGraph.check(5, circle))
        .isEqualTo(new Broken(List.of(new AlignmentProblem.Cycle(List.of(1, 2, 3, 1)))));
    assertThat(AlignmentGraph.check(1, new Contributions().add(0, 0, 1)))
        .isEqualTo(new Broken(List.of(new AlignmentProblem.Cycle(List.of(0, 0)))));
    assertThatThrownBy(() -> AlignmentGraph.of(5, circle))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sharesThatCannotBeAreNamed() {
    var contributions =
        new Contributions()
            .add(0, 1, 0.7)
            .add(0, 2, 0.7)
            .add(1, 2, -0.1)
            .add(3, 2, 0.2)
            .add(3, 2, 0.2)
            .add(4, 2, Double.NaN);
    assertThat(((Broken) AlignmentGraph.check(5, contributions)).problems())
        .containsExactly(
            new AlignmentProblem.SharesAboveOne(0, 1.4),
            new AlignmentProblem.ShareOutOfRange(1, 2, -0.1),
            new AlignmentProblem.Duplicate(3, 2),
            new AlignmentProblem.ShareOutOfRange(4, 2, Double.NaN));
  }

  @Test
  void aChainOfAMillionIsNoDeeperThanTheStack() {
    var chain = new Contributions();
    for (int node = 1; node < 1_000_000; node++) {
      chain.add(node, node - 1, 1);
    }
    double[] weight = new double[1_000_000];
    double[] score = new double[1_000_000];
    weight[999_999] = 2;
    score[999_999] = 0.5;
    RollUp rollUp = AlignmentGraph.of(1_000_000, chain).rollUp(weight, score);
    assertThat(rollUp.credit(0)).hasValue(0.5);
    assertThat(rollUp.union().score(0)).hasValue(0.5);
  }

  @Property(tries = 300)
  void bothRollUpsAgreeWithTheirDefinitions(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int nodes) {
    var company = RandomAlignment.of(seed, nodes);
    RollUp rollUp = company.graph().rollUp(company.weight(), company.score());
    UnionRollUp union = rollUp.union();
    for (int node = 0; node < nodes; node++) {
      double weight = 0;
      double product = 0;
      double unionWeight = 0;
      double unionProduct = 0;
      for (int leaf = 0; leaf < nodes; leaf++) {
        double credit = company.graph().creditsOf(leaf).getOrDefault(node, 0.0);
        assertThat(credit).isBetween(0.0, 1 + 1e-9);
        weight += credit * company.weight()[leaf];
        product += credit * company.weight()[leaf] * company.score()[leaf];
        if (company.reaches(leaf, node)) {
          unionWeight += company.weight()[leaf];
          unionProduct += company.weight()[leaf] * company.score()[leaf];
        }
      }
      assertThat(rollUp.weight(node)).isCloseTo(weight, within(1e-9));
      assertThat(union.weight(node)).isCloseTo(unionWeight, within(1e-9));
      if (weight > 0) {
        assertThat(rollUp.credit(node).getAsDouble()).isCloseTo(product / weight, within(1e-9));
      }
      if (unionWeight > 0) {
        assertThat(union.score(node).getAsDouble())
            .isCloseTo(unionProduct / unionWeight, within(1e-9));
      }
    }
  }

  @Property(tries = 300)
  void whereEverythingIsGivenAwayTheRootsHaveIt(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int nodes) {
    var company = RandomAlignment.of(seed, nodes);
    RollUp rollUp = company.graph().rollUp(company.weight(), company.score());
    double atRoots = 0;
    double all = 0;
    for (int node = 0; node < nodes; node++) {
      atRoots += company.isRoot(node) ? rollUp.weight(node) : 0;
      all += company.weight()[node];
    }
    assertThat(atRoots).isLessThanOrEqualTo(all + 1e-9);
    if (company.givesAllAway()) {
      assertThat(atRoots).isCloseTo(all, within(1e-9));
    }
  }

  @Property(tries = 200)
  void splittingANodeIntoTwoHalvesChangesNothingAbove(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int nodes) {
    var whole = RandomAlignment.of(seed, nodes);
    var halves = whole.withLastNodeSplit();
    RollUp before = whole.graph().rollUp(whole.weight(), whole.score());
    RollUp after = halves.graph().rollUp(halves.weight(), halves.score());
    for (int node = 0; node < nodes - 1; node++) {
      assertThat(after.weight(node)).isCloseTo(before.weight(node), within(1e-9));
      assertThat(after.credit(node).orElse(-1))
          .isCloseTo(before.credit(node).orElse(-1), within(1e-9));
      assertThat(after.union().score(node).orElse(-1))
          .isCloseTo(before.union().score(node).orElse(-1), within(1e-9));
    }
  }

  @Property(tries = 300)
  void computingOnlyWhatIsAboveAChangeGivesTheSameToTheLastBit(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int nodes) {
    var company = RandomAlignment.of(seed, nodes);
    var random = new Random(seed ^ 0x5DEECE66DL);
    int[] changed = {random.nextInt(nodes), random.nextInt(nodes)};
    double[] weights = {random.nextInt(3), random.nextInt(3)};
    double[] scores = {random.nextDouble(), random.nextDouble()};
    RollUp quick =
        company.graph().rollUp(company.weight(), company.score()).after(changed, weights, scores);
    double[] weight = company.weight().clone();
    double[] score = company.score().clone();
    for (int i = 0; i < 2; i++) {
      weight[changed[i]] = weights[i];
      score[changed[i]] = scores[i];
    }
    RollUp full = company.graph().rollUp(weight, score);
    for (int node = 0; node < nodes; node++) {
      assertThat(quick.credit(node)).isEqualTo(full.credit(node));
      assertThat(quick.weight(node)).isEqualTo(full.weight(node));
      assertThat(quick.union().score(node)).isEqualTo(full.union().score(node));
    }
  }

  @Property(tries = 200)
  void whatIsUpwardsIsWhatChanges(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int nodes) {
    var company = RandomAlignment.of(seed, nodes);
    int changed = new Random(seed).nextInt(nodes);
    int[] upwards = company.graph().upwards(changed);
    assertThat(upwards).doesNotHaveDuplicates();
    for (int node = 0; node < nodes; node++) {
      boolean listed = false;
      for (int above : upwards) {
        listed |= above == node;
      }
      assertThat(listed).isEqualTo(company.reaches(changed, node));
    }
  }

  @Property(tries = 200)
  void aBetterLeafNeverLowersAnything(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int nodes) {
    var company = RandomAlignment.of(seed, nodes);
    RollUp before = company.graph().rollUp(company.weight(), company.score());
    int leaf = new Random(seed).nextInt(nodes);
    RollUp after =
        before.after(new int[] {leaf}, new double[] {company.weight()[leaf]}, new double[] {1});
    for (int node = 0; node < nodes; node++) {
      assertThat(after.credit(node).orElse(0))
          .isGreaterThanOrEqualTo(before.credit(node).orElse(0) - 1e-12);
    }
  }

  @Property(tries = 200)
  void everyCircleIsFoundAndIsReallyOne(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int nodes) {
    var random = new Random(seed);
    var contributions = new Contributions();
    boolean[][] edge = new boolean[nodes][nodes];
    for (int i = 0; i < nodes; i++) {
      int child = random.nextInt(nodes);
      int parent = random.nextInt(nodes);
      if (!edge[child][parent]) {
        edge[child][parent] = true;
        contributions.add(child, parent, 0);
      }
    }
    switch (AlignmentGraph.check(nodes, contributions)) {
      case Sound _ -> assertThat(RandomAlignment.hasCircle(edge)).isFalse();
      case Broken(List<AlignmentProblem> problems) -> {
        assertThat(RandomAlignment.hasCircle(edge)).isTrue();
        for (AlignmentProblem problem : problems) {
          List<Integer> path = ((AlignmentProblem.Cycle) problem).path();
          assertThat(path.getFirst()).isEqualTo(path.getLast());
          for (int i = 1; i < path.size(); i++) {
            assertThat(edge[path.get(i - 1)][path.get(i)]).isTrue();
          }
        }
      }
    }
  }

  @Test
  void creditsComeFromLeafToRoot() {
    Map<Integer, Double> credits = AlignmentGraph.of(9, DIAMOND).creditsOf(2);
    assertThat(credits.keySet()).containsExactly(2, 5, 7, 8);
    assertThat(credits.values()).containsExactly(1.0, 1.0, 0.6, 1.0);
  }
}
