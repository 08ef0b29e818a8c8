package io.fairlead.methods.goals;

import static java.util.Objects.requireNonNull;

import io.fairlead.methods.table.TableProblem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The roll-ups of a goals file. Alignments that cannot hold are named and left out; an objective
/// in a circle, and all above it, have no roll-up.
final class GoalFileRollUp {
  private static final double HAIR = 1e-9;
  private static final int MOST_CONTRIBUTIONS = 3;

  /// Each round takes out up to a hundred circles.
  private static final int ROUNDS = 20;

  private final RollUp rollUp;
  private final UnionRollUp union;
  private final BitSet unknown;

  private GoalFileRollUp(RollUp rollUp, BitSet unknown) {
    this.rollUp = rollUp;
    this.union = rollUp.union();
    this.unknown = unknown;
  }

  private record Edge(int child, int parent, double share) {}

  /// @param own weights and scores of the objectives' own key results
  static GoalFileRollUp of(
      List<GoalFileObjective> objectives, double[][] own, List<TableProblem> problems) {
    List<Edge> edges = edges(objectives, problems);
    int nodes = objectives.size();
    var circling = new BitSet(nodes);
    for (int round = 0; round < ROUNDS; round++) {
      switch (AlignmentGraph.check(nodes, contributions(edges))) {
        case AlignmentGraph.Checked.Sound(AlignmentGraph graph) -> {
          var unknown = new BitSet(nodes);
          for (int node : graph.upwards(circling.stream().toArray())) {
            unknown.set(node);
          }
          return new GoalFileRollUp(graph.rollUp(own[0], own[1]), unknown);
        }
        case AlignmentGraph.Checked.Broken(List<AlignmentProblem> found) ->
            edges = without(found, edges, circling, objectives, problems);
      }
    }
    problems.add(
        TableProblem.error(
            0, "", "too-many-cycles", "There are too many circles for any roll-up."));
    var all = new BitSet(nodes);
    all.set(0, nodes);
    return new GoalFileRollUp(
        AlignmentGraph.of(nodes, new Contributions()).rollUp(own[0], own[1]), all);
  }

  private static List<Edge> edges(List<GoalFileObjective> objectives, List<TableProblem> problems) {
    var numbers = new HashMap<String, Integer>();
    objectives.forEach(objective -> numbers.put(objective.id(), numbers.size()));
    var edges = new ArrayList<Edge>();
    for (GoalFileObjective objective : objectives) {
      edges.addAll(edges(objective, numbers, problems));
    }
    return edges;
  }

  private static List<Edge> edges(
      GoalFileObjective objective, Map<String, Integer> numbers, List<TableProblem> problems) {
    var edges = new ArrayList<Edge>();
    int child = requireNonNull(numbers.get(objective.id()));
    String parent = objective.text(GoalColumn.PARENT_ID);
    Set<String> seen = new HashSet<>(Set.of(parent));
    double given = 0;
    for (Contribution contribution : objective.contributions()) {
      if (!seen.add(contribution.objective())) {
        problem(
            problems,
            objective,
            GoalColumn.CONTRIBUTES_TO,
            "duplicate-contribution",
            "Objective " + contribution.objective() + " is named twice; the first counts.");
        continue;
      }
      given += contribution.share();
      Integer number = numbers.get(contribution.objective());
      if (number == null) {
        problem(
            problems,
            objective,
            GoalColumn.CONTRIBUTES_TO,
            "unknown-contribution",
            "There is no objective " + contribution.objective() + " in this file.");
        continue;
      }
      edges.add(new Edge(child, number, contribution.share()));
    }
    if (seen.size() - 1 > MOST_CONTRIBUTIONS) {
      problem(
          problems,
          objective,
          GoalColumn.CONTRIBUTES_TO,
          "too-many-contributions",
          "At most three contributions keep a goal readable; these are " + (seen.size() - 1) + ".");
    }
    if (given > 1 + HAIR) {
      problem(
          problems,
          objective,
          GoalColumn.CONTRIBUTES_TO,
          "shares-above-one",
          "The shares add up to more than 1; nothing of this objective counts elsewhere.");
      return List.of();
    }
    if (!parent.isEmpty()) {
      Integer number = numbers.get(parent);
      if (number == null) {
        problem(
            problems,
            objective,
            GoalColumn.PARENT_ID,
            "unknown-parent",
            "There is no objective " + parent + " in this file.");
      } else {
        double left = 1 - given;
        edges.add(new Edge(child, number, left < HAIR ? 0 : left));
      }
    }
    return edges;
  }

  private static Contributions contributions(List<Edge> edges) {
    var contributions = new Contributions();
    edges.forEach(edge -> contributions.add(edge.child, edge.parent, edge.share));
    return contributions;
  }

  private static List<Edge> without(
      List<AlignmentProblem> found,
      List<Edge> edges,
      BitSet circling,
      List<GoalFileObjective> objectives,
      List<TableProblem> problems) {
    var removed = new HashSet<Long>();
    for (AlignmentProblem problem : found) {
      if (!(problem instanceof AlignmentProblem.Cycle(List<Integer> path))) {
        throw new IllegalStateException("not seen before: " + problem);
      }
      for (int i = 1; i < path.size(); i++) {
        removed.add(key(path.get(i - 1), path.get(i)));
        circling.set(path.get(i));
      }
      GoalFileObjective first = objectives.get(path.getFirst());
      String second = objectives.get(path.get(1)).id();
      String names =
          path.stream().map(node -> objectives.get(node).id()).collect(Collectors.joining(" → "));
      problem(
          problems,
          first,
          first.text(GoalColumn.PARENT_ID).equals(second)
              ? GoalColumn.PARENT_ID
              : GoalColumn.CONTRIBUTES_TO,
          "alignment-cycle",
          "These contribute to each other in a circle, so neither they nor what is above them has a"
              + " roll-up: "
              + names
              + ".");
    }
    return edges.stream().filter(edge -> !removed.contains(key(edge.child, edge.parent))).toList();
  }

  private static long key(int child, int parent) {
    return (long) child << 32 | parent;
  }

  private static void problem(
      List<TableProblem> problems,
      GoalFileObjective objective,
      GoalColumn column,
      String code,
      String message) {
    problems.add(TableProblem.error(objective.row(), column.header(), code, message));
  }

  @Nullable Double credit(int node) {
    return figure(node, rollUp.credit(node));
  }

  @Nullable Double union(int node) {
    return figure(node, union.score(node));
  }

  double weight(int node) {
    return unknown.get(node) ? 0 : rollUp.weight(node);
  }

  private @Nullable Double figure(int node, OptionalDouble value) {
    return unknown.get(node) || value.isEmpty() ? null : Double.valueOf(value.getAsDouble());
  }
}
