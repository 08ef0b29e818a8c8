package io.fairlead.methods.reference;

import io.fairlead.methods.agreement.CronbachAlpha;
import io.fairlead.methods.agreement.Reliability;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `alpha`: answers to the items of a scale, a column an item.
final class AlphaKind implements CaseKind {

  @Override
  public String name() {
    return "alpha";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    JsonNode expected = file.path("expected");
    Columns data = Columns.of(companions.text(file.path("data").asString()));
    CronbachAlpha found = CronbachAlpha.of(data.rows());
    Reliability alpha = found.alpha().orElseThrow();
    Comparison comparison = new Comparison("alpha", file.path("tolerance").asDouble(1e-9));
    comparison
        .figure("n", expected.path("n"), found.subjects())
        .figure("k", expected.path("k"), found.items().size())
        .figure("alpha_raw", expected.path("alpha_raw"), alpha.value())
        .figure("alpha_std", expected.path("alpha_std"), found.standardised())
        .figure("avg_r", expected.path("avg_r"), found.meanCorrelation())
        .figure("low", expected.path("feldt_ci95").path(0), alpha.lower())
        .figure("high", expected.path("feldt_ci95").path(1), alpha.upper());
    for (int at = 0; at < found.items().size(); at++) {
      String item = data.names().get(at);
      CronbachAlpha.Item each = found.items().get(at);
      comparison
          .figure(
              "without " + item, expected.path("alpha_if_deleted").path(item), each.alphaWithout())
          .figure(
              item + " with the others",
              expected.path("corrected_item_total").path(item),
              each.withOthers());
    }
    return List.of(comparison);
  }
}
