package io.fairlead.methods.reference;

import io.fairlead.methods.agreement.WithinGroup;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `agreement`: ratings of one thing with r_wg and AD.
final class AgreementKind implements CaseKind {

  @Override
  public String name() {
    return "agreement";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    List<Comparison> all = new ArrayList<>();
    for (JsonNode case_ : file.path("cases").values()) {
      WithinGroup found =
          WithinGroup.of(Columns.numbers(case_.path("ratings")), case_.path("scale").asInt());
      all.add(
          new Comparison(case_.path("ratings").toString(), file.path("tolerance").asDouble(1e-9))
              .figure("n", case_.path("n"), found.ratings())
              .figure("var", case_.path("var"), found.variance())
              .figure("rwg_uniform", case_.path("rwg_uniform"), found.raw())
              .figure("rwg_uniform_trunc", case_.path("rwg_uniform_trunc"), found.shown())
              .figure("ad_mean", case_.path("ad_mean"), found.fromMean())
              .figure("ad_median", case_.path("ad_median"), found.fromMedian())
              .figure("ad_critical", case_.path("ad_critical"), found.cutOff()));
    }
    return all;
  }
}
