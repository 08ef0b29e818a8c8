package io.fairlead.methods.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.methods.assignment.Assignment.Shortfall;
import io.fairlead.methods.assignment.Bottleneck.FullRater;
import io.fairlead.methods.assignment.Bottleneck.Places;
import io.fairlead.methods.assignment.Nomination.Choice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AssignmentPropertiesTest {

  @Property(tries = 400)
  void noAssignmentFillsMoreOrCostsLessOrIsFairer(@ForAll long seed) {
    Random random = new Random(seed);
    RandomNominations small =
        RandomNominations.of(seed, 1 + random.nextInt(3), 1 + random.nextInt(4), 0.8);
    Assignment found = Assignment.of(small.problem());
    List<String> filled = small.filled(found.pairs());
    assertThat(filled).hasSize(small.asked() - missing(found));
    double weight = small.weight(found.pairs());
    int squares = RandomNominations.squares(found.pairs());
    for (List<Nomination> other : all(small)) {
      List<String> others = small.filled(other);
      assertThat(others.size()).isLessThanOrEqualTo(filled.size());
      assertThat(levels(others)).isLessThanOrEqualTo(levels(filled));
      if (others.equals(filled)) {
        assertThat(small.weight(other)).isGreaterThanOrEqualTo(weight - 1e-9);
        if (Math.abs(small.weight(other) - weight) < 1e-9) {
          assertThat(RandomNominations.squares(other)).isGreaterThanOrEqualTo(squares);
        }
      }
    }
  }

  /// Every set of pairs that keeps to caps and decisions.
  private static List<List<Nomination>> all(RandomNominations small) {
    List<Nomination> free =
        small.problem().nominations().stream().filter(it -> it.choice() == Choice.FREE).toList();
    List<Nomination> fixed =
        small.problem().nominations().stream().filter(Nomination::isFixed).toList();
    List<List<Nomination>> all = new ArrayList<>();
    for (int set = 0; set < 1 << free.size(); set++) {
      List<Nomination> pairs = new ArrayList<>(fixed);
      for (int at = 0; at < free.size(); at++) {
        if ((set >> at & 1) == 1) {
          pairs.add(free.get(at));
        }
      }
      if (small.isWithinCaps(pairs)) {
        all.add(pairs);
      }
    }
    return all;
  }

  /// How many first places of groups are filled, how many second ones and so on, then of those that
  /// any group may fill: comparable as text, since none is above 9.
  private static String levels(List<String> filled) {
    StringBuilder levels = new StringBuilder();
    for (String kind : List.of("v\\d+ [a-z]+ ", "v\\d+ ")) {
      for (int place = 1; place < 10; place++) {
        String level = kind + place;
        levels.append(filled.stream().filter(each -> each.matches(level)).count());
      }
    }
    return levels.toString();
  }

  private static int missing(Assignment found) {
    return found.shortfalls().stream().mapToInt(Shortfall::missing).sum();
  }

  @Property(tries = 300)
  void capsAndDecisionsAreKeptAndNobodyIsAssignedInVain(@ForAll long seed) {
    Random random = new Random(seed);
    RandomNominations any =
        RandomNominations.of(seed, random.nextInt(30), 1 + random.nextInt(25), 0.4);
    Assignment found = Assignment.of(any.problem());
    assertThat(any.isWithinCaps(found.pairs())).isTrue();
    assertThat(found.pairs()).doesNotHaveDuplicates().isSubsetOf(any.problem().nominations());
    assertThat(found.pairs()).noneMatch(it -> it.choice() == Choice.FORBIDDEN);
    List<Nomination> fixed =
        any.problem().nominations().stream().filter(Nomination::isFixed).toList();
    assertThat(found.pairs()).containsAll(fixed);
    assertThat(any.filled(found.pairs())).hasSize(any.asked() - missing(found));
    List<Nomination> without = new ArrayList<>(found.pairs());
    without.removeIf(it -> it.choice() == Choice.FREE && random.nextInt(4) == 0);
    int taken = found.pairs().size() - without.size();
    assertThat(any.filled(without)).hasSize(any.filled(found.pairs()).size() - taken);
    assertThat(Assignment.of(any.problem())).isEqualTo(found);
  }

  @Property(tries = 300)
  void everyShortfallIsExplainedByCutsThatHoldWhateverIsAssigned(@ForAll long seed) {
    Random random = new Random(seed);
    RandomNominations any =
        RandomNominations.of(seed, 1 + random.nextInt(20), 1 + random.nextInt(15), 0.35);
    Assignment found = Assignment.of(any.problem());
    assertThat(found.bottlenecks().stream().mapToInt(Bottleneck::missing).sum())
        .isEqualTo(missing(found));
    Set<Places> seen = new HashSet<>();
    Set<String> seenRaters = new HashSet<>();
    for (Bottleneck cut : found.bottlenecks()) {
      assertThat(cut.missing()).isPositive();
      assertThat(cut.places()).allMatch(seen::add);
      assertThat(cut.raters()).extracting(FullRater::rater).allMatch(seenRaters::add);
      assertThat(cut.needed()).isEqualTo(cut.places().stream().mapToInt(Places::needed).sum());
      assertThat(cut.possible()).isEqualTo(possible(any.problem(), cut));
    }
  }

  /// From nominations and caps alone: each full rater as often as they can, each other nomination
  /// for these places once.
  private static int possible(AssignmentProblem problem, Bottleneck cut) {
    Set<String> full = cut.raters().stream().map(FullRater::rater).collect(Collectors.toSet());
    Map<String, Integer> fixed = new HashMap<>();
    problem.nominations().stream()
        .filter(Nomination::isFixed)
        .forEach(it -> fixed.merge(it.rater(), 1, Integer::sum));
    int possible = 0;
    for (String rater : full) {
      possible += problem.caps().of(rater) - fixed.getOrDefault(rater, 0);
    }
    for (Nomination each : problem.nominations()) {
      boolean counts =
          each.choice() == Choice.FREE
              && !full.contains(each.rater())
              && cut.places().stream()
                  .anyMatch(place ->
                      place.reviewee().equals(each.reviewee())
                          && (place.group().isEmpty() || place.group().equals(each.group())));
      possible += counts ? 1 : 0;
    }
    return possible;
  }

  @Property(tries = 100)
  void theOrderOfNominationsChangesNeitherCostNorFairness(@ForAll long seed) {
    Random random = new Random(seed);
    RandomNominations any = RandomNominations.of(seed, 20, 30, 0.4);
    Assignment found = Assignment.of(any.problem());
    List<Nomination> shuffled = new ArrayList<>(any.problem().nominations());
    Collections.shuffle(shuffled, random);
    Assignment other =
        Assignment.of(
            new AssignmentProblem(
                shuffled, any.problem().needs(), any.problem().caps(), any.problem().fairness()));
    assertThat(missing(other)).isEqualTo(missing(found));
    if (found.isComplete()) {
      assertThat(any.weight(other.pairs())).isCloseTo(any.weight(found.pairs()), within(1e-9));
      assertThat(RandomNominations.squares(other.pairs()))
          .isEqualTo(RandomNominations.squares(found.pairs()));
    }
  }
}
