package io.fairlead.methods.assignment;

import io.fairlead.methods.assignment.Assignment.Load;
import io.fairlead.methods.assignment.Assignment.Shortfall;
import io.fairlead.methods.assignment.Bottleneck.FullRater;
import io.fairlead.methods.assignment.Bottleneck.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Between people and the network of numbers: what is fixed is taken out of needs and caps before,
/// what is forbidden has no pair.
final class NumberedAssignment {
  private final AssignmentProblem problem;
  private final Map<String, Integer> raters = new LinkedHashMap<>();
  private final Map<String, Integer> reviewees = new LinkedHashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private final Map<String, Map<String, Group>> byReviewee = new HashMap<>();
  private final List<Nomination> free = new ArrayList<>();
  private final int[] extra;
  private final int[] extraFilled;
  private final int[] fixed;
  private final int[] nominated;

  /// The nominations of one group for one reviewee.
  private static final class Group {
    private final String reviewee;
    private final String name;
    private final int number;
    private int needed;
    private int fixed;
    private int nominated;

    private Group(String reviewee, String name, int number) {
      this.reviewee = reviewee;
      this.name = name;
      this.number = number;
    }

    private int needFilled() {
      return Math.min(needed, fixed);
    }
  }

  NumberedAssignment(AssignmentProblem problem) {
    this.problem = problem;
    for (Nomination each : problem.nominations()) {
      place(reviewees, each.reviewee());
      Group group = group(each.reviewee(), each.group());
      if (each.choice() == Nomination.Choice.FORBIDDEN) {
        continue;
      }
      place(raters, each.rater());
      group.nominated++;
      if (each.isFixed()) {
        group.fixed++;
      } else {
        free.add(each);
      }
    }
    extra = new int[reviewees.size()];
    extraFilled = new int[reviewees.size()];
    reviewees.forEach(this::need);
    fixed = new int[raters.size()];
    nominated = new int[raters.size()];
    for (Nomination each : problem.nominations()) {
      if (each.choice() != Nomination.Choice.FORBIDDEN) {
        int rater = place(raters, each.rater());
        nominated[rater]++;
        fixed[rater] += each.isFixed() ? 1 : 0;
      }
    }
  }

  private static int place(Map<String, Integer> places, String name) {
    return places.computeIfAbsent(name, _ -> places.size());
  }

  private Map<String, Group> groups(String reviewee) {
    return byReviewee.computeIfAbsent(reviewee, _ -> new LinkedHashMap<>());
  }

  private Group group(String reviewee, String name) {
    return groups(reviewee)
        .computeIfAbsent(
            name,
            _ -> {
              Group group = new Group(reviewee, name, groups.size());
              groups.add(group);
              return group;
            });
  }

  private void need(String reviewee, int number) {
    Set<String> present = new LinkedHashSet<>(groups(reviewee).keySet());
    Map<String, Integer> needed = problem.needs().of(present);
    needed.forEach((group, places) -> group(reviewee, group).needed = places);
    int ofGroups = needed.values().stream().mapToInt(Integer::intValue).sum();
    int beyond =
        groups(reviewee).values().stream()
            .mapToInt(group -> Math.max(0, group.fixed - group.needed))
            .sum();
    extra[number] = Math.max(0, problem.needs().total() - ofGroups);
    extraFilled[number] = Math.min(extra[number], beyond);
  }

  Assignment solved() {
    AssignmentFlow flow = new AssignmentFlow(network()).solve();
    Set<Nomination> chosen = new LinkedHashSet<>();
    for (int pair = 0; pair < free.size(); pair++) {
      if (flow.isAssigned(pair)) {
        chosen.add(free.get(pair));
      }
    }
    List<Nomination> pairs =
        problem.nominations().stream()
            .filter(each -> each.isFixed() || chosen.contains(each))
            .toList();
    long cost = pairs.stream().mapToLong(Nomination::thousandths).sum();
    return new Assignment(
        pairs, cost / 1000.0, loads(flow), shortfalls(flow), new Bottlenecks(flow).found());
  }

  private AssignmentNetwork network() {
    List<AssignmentNetwork.Rater> raterNodes = new ArrayList<>();
    raters.forEach((rater, number) ->
        raterNodes.add(
            new AssignmentNetwork.Rater(problem.caps().of(rater) - fixed[number], fixed[number])));
    List<AssignmentNetwork.Reviewee> revieweeNodes = new ArrayList<>();
    for (int number = 0; number < extra.length; number++) {
      revieweeNodes.add(new AssignmentNetwork.Reviewee(extra[number], extraFilled[number]));
    }
    return new AssignmentNetwork(
        raterNodes,
        groups.stream()
            .map(it ->
                new AssignmentNetwork.Group(
                    place(reviewees, it.reviewee), it.needed, it.needFilled()))
            .toList(),
        revieweeNodes,
        free.stream()
            .map(it ->
                new AssignmentNetwork.Pair(
                    place(raters, it.rater()),
                    group(it.reviewee(), it.group()).number,
                    it.thousandths()))
            .toList(),
        problem.fairnessInThousandths());
  }

  private List<Load> loads(AssignmentFlow flow) {
    List<Load> loads = new ArrayList<>();
    raters.forEach((rater, number) ->
        loads.add(new Load(rater, flow.load(number), problem.caps().of(rater), nominated[number])));
    return loads;
  }

  private List<Shortfall> shortfalls(AssignmentFlow flow) {
    List<Shortfall> found = new ArrayList<>();
    reviewees.forEach((reviewee, number) -> {
      int all = 0;
      for (Group group : groups(reviewee).values()) {
        all += group.nominated;
        int filled = flow.needFilled(group.number);
        if (filled < group.needed) {
          found.add(new Shortfall(reviewee, group.name, group.needed, filled, group.nominated));
        }
      }
      int filled = flow.extraFilled(number);
      if (filled < extra[number]) {
        found.add(new Shortfall(reviewee, "", extra[number], filled, all));
      }
    });
    return found;
  }

  /// The closed sets of nodes, each as far as it hangs together.
  private final class Bottlenecks {
    private final AssignmentFlow flow;
    private final int[] heads;
    private final int firstGroup = raters.size();
    private final int firstReviewee = firstGroup + groups.size();

    private Bottlenecks(AssignmentFlow flow) {
      this.flow = flow;
      heads = new int[firstReviewee + reviewees.size()];
      for (int node = 0; node < heads.length; node++) {
        heads[node] = node;
      }
    }

    private List<Bottleneck> found() {
      for (Nomination each : free) {
        int rater = place(raters, each.rater());
        int group = group(each.reviewee(), each.group()).number;
        if (flow.isClosedRater(rater) && flow.isClosedGroup(group)) {
          join(rater, firstGroup + group);
        }
      }
      for (Group group : groups) {
        int reviewee = place(reviewees, group.reviewee);
        if (flow.isClosedReviewee(reviewee) && flow.isClosedGroup(group.number)) {
          join(firstGroup + group.number, firstReviewee + reviewee);
        }
      }
      Map<Integer, Gathered> gathered = new LinkedHashMap<>();
      reviewees.forEach((reviewee, number) -> {
        for (Group group : groups(reviewee).values()) {
          if (flow.isClosedGroup(group.number)) {
            at(gathered, firstGroup + group.number)
                .add(
                    reviewee,
                    group.name,
                    group.needed - group.needFilled(),
                    flow.needFilled(group.number) - group.needFilled());
          }
        }
        if (flow.isClosedReviewee(number)) {
          at(gathered, firstReviewee + number)
              .add(
                  reviewee,
                  "",
                  extra[number] - extraFilled[number],
                  flow.extraFilled(number) - extraFilled[number]);
        }
      });
      raters.forEach((rater, number) -> {
        if (flow.isClosedRater(number)) {
          at(gathered, number)
              .raters
              .add(new FullRater(rater, problem.caps().of(rater) - fixed[number]));
        }
      });
      for (Nomination each : free) {
        int group = group(each.reviewee(), each.group()).number;
        if (flow.isClosedGroup(group) && !flow.isClosedRater(place(raters, each.rater()))) {
          at(gathered, firstGroup + group).others++;
        }
      }
      return gathered.values().stream().map(Gathered::bottleneck).toList();
    }

    private Gathered at(Map<Integer, Gathered> gathered, int node) {
      return gathered.computeIfAbsent(head(node), _ -> new Gathered());
    }

    private int head(int node) {
      int at = node;
      while (heads[at] != at) {
        heads[at] = heads[heads[at]];
        at = heads[at];
      }
      return at;
    }

    private void join(int one, int other) {
      heads[head(other)] = head(one);
    }
  }

  private static final class Gathered {
    private final List<Places> places = new ArrayList<>();
    private final List<FullRater> raters = new ArrayList<>();
    private int others;
    private int needed;

    private void add(String reviewee, String group, int open, int filled) {
      if (open > 0) {
        places.add(new Places(reviewee, group, open, filled));
        needed += open;
      }
    }

    private Bottleneck bottleneck() {
      return new Bottleneck(places, needed, raters, others);
    }
  }
}
