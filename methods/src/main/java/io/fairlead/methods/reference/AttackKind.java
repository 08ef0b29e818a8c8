package io.fairlead.methods.reference;

import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.disclosure.attack.Feasible;
import io.fairlead.methods.disclosure.attack.FeasibleRatings;
import io.fairlead.methods.disclosure.attack.SumBetween;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// `attack`: what published figures leave possible for each rater.
final class AttackKind implements CaseKind {
  private static final double TOLERANCE = 1e-9;

  @Override
  public String name() {
    return "attack";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    return file.path("cases").values().stream().map(AttackKind::attacked).toList();
  }

  private static Comparison attacked(JsonNode case_) {
    Comparison comparison = new Comparison(case_.path("name").asString(""), TOLERANCE);
    Scale scale = ReleaseKind.scale(case_.path("scale"));
    List<SumBetween> published = new ArrayList<>();
    for (JsonNode figure : case_.path("published").values()) {
      SumBetween sum = sum(figure, scale);
      comparison
          .figure("implied_sum low", figure.path("implied_sum").path(0), sum.low())
          .figure("implied_sum high", figure.path("implied_sum").path(1), sum.high());
      published.add(sum);
    }
    Map<String, Integer> known = new LinkedHashMap<>();
    case_
        .path("attacker_knows")
        .properties()
        .forEach(it -> known.put(it.getKey(), it.getValue().intValue()));
    List<String> people = ReleaseKind.strings(case_.path("raters"));
    FeasibleRatings found = new FeasibleRatings(scale, people, published, known);
    JsonNode expected = case_.path("expected");
    comparison.figure("consistent_vectors", expected.path("consistent_vectors"), found.vectors());
    compare(comparison, expected, known, found.byPerson());
    return comparison;
  }

  private static void compare(
      Comparison comparison,
      JsonNode expected,
      Map<String, Integer> known,
      Map<String, Feasible> found) {
    Set<String> exact = new LinkedHashSet<>();
    found.forEach((person, feasible) -> {
      comparison.same(
          "feasible " + person,
          expected.path("feasible").path(person).values().stream().map(JsonNode::intValue).toList(),
          List.copyOf(feasible.probabilities().keySet()));
      comparison.figure("width " + person, expected.path("width").path(person), feasible.width());
      comparison.figure(
          "posterior " + person,
          expected.path("max_posterior_uniform_prior").path(person),
          feasible.highest());
      if (feasible.width() == 0 && !known.containsKey(person)) {
        exact.add(person);
      }
    });
    comparison.same(
        "exactly_disclosed",
        Set.copyOf(ReleaseKind.strings(expected.path("exactly_disclosed"))),
        exact);
  }

  private static SumBetween sum(JsonNode figure, Scale scale) {
    Set<String> members = Set.copyOf(ReleaseKind.strings(figure.path("members")));
    return switch (figure.path("kind").asString("")) {
      case "mean" ->
          SumBetween.ofMean(
              members,
              new BigDecimal(figure.path("value").asString(""))
                  .setScale(figure.path("decimals").intValue()),
              scale);
      case "band" ->
          SumBetween.ofBand(
              members,
              new BigDecimal(figure.path("lo").asString("")),
              new BigDecimal(figure.path("hi").asString("")));
      case "sum_between" ->
          new SumBetween(members, figure.path("lo").intValue(), figure.path("hi").intValue());
      default ->
          throw new IllegalArgumentException("no figure is of the kind " + figure.path("kind"));
    };
  }
}
