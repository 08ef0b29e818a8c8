package io.fairlead.methods.reference;

import io.fairlead.methods.agreement.Krippendorff;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// `krippendorff`: units by row, a column an observer, who may have missed some.
final class KrippendorffKind implements CaseKind {

  @Override
  public String name() {
    return "krippendorff";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    Columns data = Columns.of(companions.text(file.path("data").asString()));
    List<double[]> units = data.rows().stream().map(Columns::present).toList();
    Comparison comparison = new Comparison("krippendorff", file.path("tolerance").asDouble(1e-9));
    for (Krippendorff.Metric metric : Krippendorff.Metric.values()) {
      String name = metric.name().toLowerCase(Locale.ROOT);
      comparison.figure(
          name, file.path("expected").path(name), Krippendorff.of(units, metric).alpha());
    }
    return List.of(comparison);
  }
}
