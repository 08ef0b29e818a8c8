package io.fairlead.methods.reference;

import io.fairlead.methods.agreement.Favourable;
import io.fairlead.methods.agreement.Interval;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `top-box`: how many of how many ratings are favourable, with three intervals.
final class TopBoxKind implements CaseKind {

  @Override
  public String name() {
    return "top-box";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    List<Comparison> all = new ArrayList<>();
    for (JsonNode case_ : file.path("cases").values()) {
      int favourable = case_.path("fav").intValue();
      int ratings = case_.path("n").intValue();
      Favourable found = new Favourable(favourable, ratings);
      Comparison comparison =
          new Comparison(favourable + " of " + ratings, file.path("tolerance").asDouble(1e-9));
      interval(comparison, "wilson95", case_, found.interval());
      interval(comparison, "clopper_pearson95", case_, found.exact());
      interval(comparison, "jeffreys95", case_, found.jeffreys());
      all.add(comparison);
    }
    return all;
  }

  private static void interval(Comparison comparison, String name, JsonNode case_, Interval found) {
    comparison
        .figure(name + " low", case_.path(name).path(0), found.lower())
        .figure(name + " high", case_.path(name).path(1), found.upper());
  }
}
