package io.fairlead.methods.reference;

import io.fairlead.methods.agreement.GroupMean;
import io.fairlead.methods.agreement.Interval;
import io.fairlead.methods.agreement.Shrinkage;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `shrinkage`: groups of ratings, their means shrunken and with their own intervals.
final class ShrinkageKind implements CaseKind {

  @Override
  public String name() {
    return "shrinkage";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    double tolerance = file.path("tolerance").asDouble(1e-9);
    List<double[]> groups = file.path("groups").values().stream().map(Columns::numbers).toList();
    List<Comparison> all = new ArrayList<>();
    all.add(shrunken(Shrinkage.of(groups), file.path("eb"), new Comparison("shrunken", tolerance)));
    Comparison intervals = new Comparison("intervals", tolerance);
    for (int at = 0; at < groups.size(); at++) {
      interval(GroupMean.of(groups.get(at)), file.path("t_intervals").path(at), intervals);
    }
    all.add(intervals);
    return all;
  }

  private static Comparison shrunken(Shrinkage found, JsonNode expected, Comparison comparison) {
    comparison
        .figure("MSB", expected.path("MSB"), found.between())
        .figure("MSW", expected.path("MSW"), found.within())
        .figure("n0", expected.path("n0"), found.size())
        .figure("sigma2_within", expected.path("sigma2_within"), found.within())
        .figure("tau2_between", expected.path("tau2_between"), found.variance())
        .figure("gls_mean", expected.path("gls_mean"), found.mean());
    for (int at = 0; at < found.groups().size(); at++) {
      Shrinkage.Group group = found.groups().get(at);
      comparison
          .figure("reliability " + at, expected.path("reliability").path(at), group.reliability())
          .figure("mean " + at, expected.path("group_mean").path(at), group.mean())
          .figure("shrunk " + at, expected.path("shrunk").path(at), group.shrunken())
          .figure(
              "deviation " + at, expected.path("post_sd_known_var").path(at), group.deviation());
    }
    return comparison;
  }

  private static void interval(GroupMean found, JsonNode expected, Comparison comparison) {
    Interval interval = found.interval().orElseThrow();
    comparison
        .figure("n", expected.path("n"), found.ratings())
        .figure("mean", expected.path("mean"), found.mean())
        .figure("sd", expected.path("sd"), found.deviation())
        .figure("se", expected.path("se"), found.standardError())
        .figure("low", expected.path("ci95").path(0), interval.lower())
        .figure("high", expected.path("ci95").path(1), interval.upper());
  }
}
