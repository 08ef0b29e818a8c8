package io.fairlead.methods.assignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is to be assigned.
///
/// @param nominations each pair of reviewee and rater once; where several are as good as each
///   other, earlier ones are preferred
/// @param fairness what a load costs: this, times its square. At 0 fairness decides between equally
///   cheap assignments only; from 0 to [#MOST_FAIRNESS], counted in thousandths
public record AssignmentProblem(
    List<Nomination> nominations, RaterNeeds needs, RaterCaps caps, double fairness) {
  public static final double MOST_FAIRNESS = 1000;
  private static final int SHOWN = 5;

  public AssignmentProblem {
    nominations = List.copyOf(nominations);
  }

  /// Why it cannot be solved; empty where it can, if with a shortfall.
  public List<String> problems() {
    List<String> problems = new ArrayList<>(needs.problems());
    if (!(fairness >= 0 && fairness <= MOST_FAIRNESS)) {
      problems.add("fairness is 0 to %.0f, not %s".formatted(MOST_FAIRNESS, fairness));
    }
    var seen = new HashSet<Pair>();
    Map<String, Integer> fixed = new LinkedHashMap<>();
    for (Nomination each : nominations) {
      if (!seen.add(new Pair(each.reviewee(), each.rater()))) {
        problems.add("%s is nominated twice for %s".formatted(each.rater(), each.reviewee()));
      }
      if (each.isFixed()) {
        fixed.merge(each.rater(), 1, Integer::sum);
      }
    }
    fixed.forEach((rater, number) -> {
      if (number > caps.of(rater)) {
        problems.add(
            "%s has a cap of %d and is fixed for %d".formatted(rater, caps.of(rater), number));
      }
    });
    return problems.size() <= SHOWN ? problems : problems.subList(0, SHOWN);
  }

  private record Pair(String reviewee, String rater) {}

  long fairnessInThousandths() {
    return Math.round(fairness * 1000);
  }
}
