package io.fairlead.methods.reference;

import io.fairlead.methods.assignment.Assignment;
import io.fairlead.methods.assignment.AssignmentProblem;
import io.fairlead.methods.assignment.Nomination;
import io.fairlead.methods.assignment.Nomination.Choice;
import io.fairlead.methods.assignment.RaterCaps;
import io.fairlead.methods.assignment.RaterNeeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/// `assignment`: tables of costs, a row a rater, a column a reviewee. An assignment need not be the
/// only one, so that its cost is compared, and whether it keeps to needs and caps.
final class AssignmentKind implements CaseKind {
  private static final String PEER = "peer";

  @Override
  public String name() {
    return "assignment";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    List<Comparison> all = new ArrayList<>();
    for (JsonNode case_ : file.path("cases").values()) {
      all.add(compare(case_));
    }
    return all;
  }

  private static Comparison compare(JsonNode case_) {
    int need = case_.path("need_per_reviewee").intValue();
    int cap = case_.path("cap_per_rater").intValue();
    JsonNode cost = case_.path("cost");
    Assignment found =
        Assignment.of(
            new AssignmentProblem(nominations(cost), RaterNeeds.total(need), RaterCaps.of(cap), 0));
    boolean isFeasible = case_.path("expected").path("feasible").booleanValue();
    Comparison comparison =
        new Comparison(
                "%d reviewees, %d raters, %d each, cap %d"
                    .formatted(cost.path(0).size(), cost.size(), need, cap),
                1e-9)
            .same("feasible", isFeasible, found.isComplete())
            .figure(
                "min_cost",
                case_.path("expected").path("min_cost"),
                found.isComplete() ? OptionalDouble.of(found.cost()) : OptionalDouble.empty())
            .same("all within the cap", true, loads(found).stream().allMatch(it -> it <= cap));
    return isFeasible
        ? comparison.same("pairs", need * cost.path(0).size(), found.pairs().size())
        : comparison;
  }

  private static List<Integer> loads(Assignment found) {
    Map<String, Integer> loads = new HashMap<>();
    found.pairs().forEach(pair -> loads.merge(pair.rater(), 1, Integer::sum));
    return List.copyOf(loads.values());
  }

  private static List<Nomination> nominations(JsonNode cost) {
    List<Nomination> all = new ArrayList<>();
    for (int rater = 0; rater < cost.size(); rater++) {
      for (int reviewee = 0; reviewee < cost.path(rater).size(); reviewee++) {
        JsonNode value = cost.path(rater).path(reviewee);
        if (!value.isNull()) {
          all.add(
              new Nomination(
                  "reviewee " + reviewee,
                  "rater " + rater,
                  PEER,
                  value.doubleValue(),
                  Choice.FREE));
        }
      }
    }
    return all;
  }
}
