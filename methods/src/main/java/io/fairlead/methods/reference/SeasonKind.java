package io.fairlead.methods.reference;

import io.fairlead.methods.measures.Season;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// `season`: a series with what each place of its period does to it.
final class SeasonKind implements CaseKind {

  @Override
  public String name() {
    return "season";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    JsonNode expected = file.path("seasonal_figure");
    double[] values = Columns.of(companions.text(file.path("data").asString())).last();
    Comparison comparison = new Comparison("season", file.path("tolerance").asDouble(1e-9));
    Optional<Season> season = Season.of(values, expected.size(), Season.Kind.MULTIPLICATIVE);
    comparison.same("found", true, season.isPresent());
    season.ifPresent(found -> {
      for (int place = 0; place < expected.size(); place++) {
        comparison.figure("place " + place, expected.path(place), found.figures().get(place));
      }
    });
    return List.of(comparison);
  }
}
