package io.fairlead.methods.reference;

import io.fairlead.methods.goals.AlignmentGraph;
import io.fairlead.methods.goals.Contributions;
import io.fairlead.methods.goals.KeyResult;
import io.fairlead.methods.goals.Reading;
import io.fairlead.methods.goals.RollUp;
import io.fairlead.methods.goals.UnionRollUp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// `goal-scoring`: scores of single key results, and a graph with its credits and both roll-ups.
final class GoalScoringKind implements CaseKind {

  @Override
  public String name() {
    return "goal-scoring";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    double tolerance = file.path("tolerance").asDouble(1e-12);
    var all = new ArrayList<Comparison>();
    for (JsonNode case_ : file.path("kr_cases").values()) {
      all.add(keyResult(case_, "key result " + (all.size() + 1), tolerance));
    }
    if (file.has("dag")) {
      all.addAll(graph(file.path("dag"), tolerance));
    }
    return all;
  }

  private static Comparison keyResult(JsonNode case_, String name, double tolerance) {
    String kind = case_.path("kind").stringValue();
    JsonNode given = case_.path("args");
    KeyResult keyResult =
        switch (kind) {
          case "increase" ->
              new KeyResult.Increase(number(given, "baseline"), number(given, "target"));
          case "decrease" ->
              new KeyResult.Decrease(number(given, "baseline"), number(given, "target"));
          case "maintain" ->
              new KeyResult.Band(number(given, "lo"), number(given, "hi"), number(given, "tol"));
          case "milestone" -> new KeyResult.Milestones(weights(given));
          case "binary" -> new KeyResult.YesNo();
          default -> throw new IllegalArgumentException("no key result is of the kind " + kind);
        };
    Reading reading =
        switch (keyResult) {
          case KeyResult.Milestones _ -> new Reading.Done(done(given));
          case KeyResult.YesNo _ -> Reading.answer(given.path("done").booleanValue());
          case KeyResult.Increase _, KeyResult.Decrease _, KeyResult.Band _ ->
              Reading.of(number(given, "current"));
        };
    return new Comparison(name + ", " + kind, tolerance)
        .figure("score", case_.path("score"), keyResult.score(reading).score());
  }

  private static Map<String, Double> weights(JsonNode given) {
    var weights = new LinkedHashMap<String, Double>();
    for (JsonNode milestone : given.path("ms").values()) {
      weights.put("m" + weights.size(), number(milestone, "w"));
    }
    return weights;
  }

  private static Set<String> done(JsonNode given) {
    var done = new HashSet<String>();
    int index = 0;
    for (JsonNode milestone : given.path("ms").values()) {
      if (milestone.path("done").booleanValue()) {
        done.add("m" + index);
      }
      index++;
    }
    return done;
  }

  private static List<Comparison> graph(JsonNode dag, double tolerance) {
    var numbers = new TreeMap<String, Integer>();
    dag.path("leaves").propertyNames().forEach(name -> numbers.putIfAbsent(name, numbers.size()));
    var contributions = new Contributions();
    for (JsonNode edge : dag.path("edges_child_parent_share").values()) {
      int child = number(numbers, edge.path(0).stringValue());
      int parent = number(numbers, edge.path(1).stringValue());
      contributions.add(child, parent, edge.path(2).doubleValue());
    }
    double[] weight = new double[numbers.size()];
    double[] score = new double[numbers.size()];
    dag.path("leaves")
        .forEachEntry((name, leaf) -> {
          weight[number(numbers, name)] = number(leaf, "w");
          score[number(numbers, name)] = number(leaf, "score");
        });
    AlignmentGraph graph = AlignmentGraph.of(numbers.size(), contributions);
    RollUp rollUp = graph.rollUp(weight, score);
    UnionRollUp union = rollUp.union();
    var all = new ArrayList<Comparison>();
    for (Map.Entry<String, JsonNode> node : dag.path("expected").properties()) {
      int number = number(numbers, node.getKey());
      JsonNode expected = node.getValue();
      var comparison =
          new Comparison("roll-up of " + node.getKey(), tolerance)
              .figure("score_weighted", expected.path("score_weighted"), rollUp.credit(number))
              .figure("weight_total", expected.path("weight_total"), rollUp.weight(number))
              .figure("score_set_union", expected.path("score_set_union"), union.score(number));
      credits(comparison, graph, numbers, number, dag.path("leaves"), expected.path("credits"));
      all.add(comparison);
    }
    return all;
  }

  private static void credits(
      Comparison comparison,
      AlignmentGraph graph,
      Map<String, Integer> numbers,
      int node,
      JsonNode leaves,
      JsonNode expected) {
    for (String leaf : leaves.propertyNames()) {
      Double credit = graph.creditsOf(number(numbers, leaf)).get(node);
      if (credit == null || !expected.has(leaf)) {
        comparison.same("has credit of " + leaf, expected.has(leaf), credit != null);
      } else {
        comparison.figure("credit of " + leaf, expected.path(leaf), credit);
      }
    }
  }

  private static int number(Map<String, Integer> numbers, String name) {
    return numbers.computeIfAbsent(name, _ -> numbers.size());
  }

  private static double number(JsonNode given, String name) {
    return given.path(name).doubleValue();
  }
}
