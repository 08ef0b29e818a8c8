package io.fairlead.methods.reference;

import io.fairlead.methods.measures.LeadLag;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `lead-lag`: two series, one of which leads the other by a known delay.
final class LeadLagKind implements CaseKind {

  @Override
  public String name() {
    return "lead-lag";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    JsonNode expected = file.path("prewhitened_AR3");
    Columns data = Columns.of(companions.text(file.path("data").asString()));
    int most = expected.path("ccf_by_lag").size() / 2;
    LeadLag found =
        LeadLag.ofOrder(
            data.named("lead"), data.named("sales"), most, expected.path("ar_coef").size());
    Comparison comparison = new Comparison("lead-lag", file.path("tolerance").asDouble(1e-9));
    comparison
        .figure("n_eff", expected.path("n_eff"), found.points())
        .figure("best_positive_lag", expected.path("best_positive_lag"), found.bestLag())
        .figure("best_positive_r", expected.path("best_positive_r"), found.correlation())
        .figure("bonferroni_band", expected.path("bonferroni_band"), found.band())
        .figure("band95", expected.path("band95"), found.bandOfOneLag())
        .same("verdict", "leads", found.verdict().words());
    for (int lag = -most; lag <= most; lag++) {
      comparison.figure(
          "lag " + lag,
          expected.path("ccf_by_lag").path(Integer.toString(lag)),
          found.correlations().get(lag + most));
    }
    return List.of(comparison);
  }
}
