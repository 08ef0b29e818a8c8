package io.fairlead.methods.assignment;

import io.fairlead.methods.assignment.Nomination.Choice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Problems of any shape, with what is asked of each reviewee worked out anew.
record RandomNominations(AssignmentProblem problem) {
  private static final List<String> GROUPS = List.of("peer", "report", "other");

  static RandomNominations of(long seed, int reviewees, int raters, double density) {
    Random random = new Random(seed);
    int costs = 1 + random.nextInt(4);
    int groups = 1 + random.nextInt(3);
    Map<String, Integer> own = new HashMap<>();
    Map<String, Integer> fixed = new HashMap<>();
    List<Nomination> all = new ArrayList<>();
    for (int rater = 0; rater < raters; rater++) {
      if (random.nextInt(3) == 0) {
        own.put("r" + rater, random.nextInt(4));
      }
    }
    int cap = 1 + random.nextInt(3);
    RaterCaps caps = new RaterCaps(cap, own);
    for (int reviewee = 0; reviewee < reviewees; reviewee++) {
      for (int rater = 0; rater < raters; rater++) {
        if (random.nextDouble() >= density) {
          continue;
        }
        String name = "r" + rater;
        Choice choice =
            switch (random.nextInt(10)) {
              case 0 -> Choice.FORBIDDEN;
              case 1 ->
                  fixed.merge(name, 1, Integer::sum) <= caps.of(name) ? Choice.FIXED : Choice.FREE;
              default -> Choice.FREE;
            };
        all.add(
            new Nomination(
                "v" + reviewee,
                name,
                GROUPS.get(random.nextInt(groups)),
                random.nextInt(costs) * 1.5,
                choice));
      }
    }
    return new RandomNominations(
        new AssignmentProblem(all, needs(random, groups), caps, random.nextInt(3) * 0.5));
  }

  private static RaterNeeds needs(Random random, int groups) {
    Map<String, Integer> places = new LinkedHashMap<>();
    int sum = 0;
    for (int group = 0; group < groups; group++) {
      if (random.nextBoolean()) {
        int number = 1 + random.nextInt(2);
        places.put(GROUPS.get(group), number);
        sum += number;
      }
    }
    int total = sum == 0 || random.nextBoolean() ? sum + 1 + random.nextInt(2) : 0;
    return new RaterNeeds(places, random.nextBoolean() ? places.keySet() : Set.of(), total);
  }

  /// Places that are filled, as `v0 peer 1` for the first of a group and `v0 1` for one that any
  /// group may fill.
  List<String> filled(List<Nomination> pairs) {
    List<String> filled = new ArrayList<>();
    for (String reviewee : reviewees()) {
      Map<String, Integer> needs = needs(reviewee);
      int beyond = 0;
      Map<String, Integer> counts = new LinkedHashMap<>();
      pairs.stream()
          .filter(pair -> pair.reviewee().equals(reviewee))
          .forEach(pair -> counts.merge(pair.group(), 1, Integer::sum));
      for (Map.Entry<String, Integer> count : counts.entrySet()) {
        int need = needs.getOrDefault(count.getKey(), 0);
        for (int place = 1; place <= Math.min(need, count.getValue()); place++) {
          filled.add(reviewee + " " + count.getKey() + " " + place);
        }
        beyond += Math.max(0, count.getValue() - need);
      }
      for (int place = 1; place <= Math.min(beyond, anyOf(reviewee)); place++) {
        filled.add(reviewee + " " + place);
      }
    }
    return filled.stream().sorted().toList();
  }

  int asked() {
    return reviewees().stream()
        .mapToInt(reviewee ->
            anyOf(reviewee) + needs(reviewee).values().stream().mapToInt(Integer::intValue).sum())
        .sum();
  }

  private int anyOf(String reviewee) {
    int ofGroups = needs(reviewee).values().stream().mapToInt(Integer::intValue).sum();
    return Math.max(0, problem.needs().total() - ofGroups);
  }

  private List<String> reviewees() {
    return problem.nominations().stream().map(Nomination::reviewee).distinct().toList();
  }

  private Map<String, Integer> needs(String reviewee) {
    Map<String, Integer> needs = new LinkedHashMap<>(problem.needs().places());
    needs
        .keySet()
        .removeIf(group ->
            problem.needs().onlyIfNominated().contains(group)
                && problem.nominations().stream()
                    .noneMatch(it -> it.reviewee().equals(reviewee) && it.group().equals(group)));
    return needs;
  }

  boolean isWithinCaps(List<Nomination> pairs) {
    return loads(pairs).entrySet().stream()
        .allMatch(load -> load.getValue() <= problem.caps().of(load.getKey()));
  }

  /// What the pairs and the squares of loads cost.
  double weight(List<Nomination> pairs) {
    return pairs.stream().mapToDouble(Nomination::cost).sum() + problem.fairness() * squares(pairs);
  }

  static int squares(List<Nomination> pairs) {
    return loads(pairs).values().stream().mapToInt(load -> load * load).sum();
  }

  private static Map<String, Integer> loads(List<Nomination> pairs) {
    Map<String, Integer> loads = new HashMap<>();
    pairs.forEach(pair -> loads.merge(pair.rater(), 1, Integer::sum));
    return loads;
  }
}
