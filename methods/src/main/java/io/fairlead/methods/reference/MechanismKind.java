package io.fairlead.methods.reference;

import io.fairlead.methods.disclosure.attack.Mechanism;
import io.fairlead.methods.disclosure.attack.WorldAttack;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `mechanism`: what each way of publishing ratings on five points leaves uncertain, over all that
/// n people can give.
final class MechanismKind implements CaseKind {
  private static final int POINTS = 5;

  @Override
  public String name() {
    return "mechanism";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    List<Comparison> all = new ArrayList<>();
    for (JsonNode row : file.path("rows").values()) {
      String name = row.path("mechanism").asString("");
      int members = row.path("n").intValue();
      Mechanism mechanism =
          Mechanism.named(name)
              .orElseThrow(() -> new IllegalArgumentException("no mechanism is named " + name));
      WorldAttack.Found found =
          WorldAttack.onRatings(POINTS, 1, members)
              .attack(world -> mechanism.seen().apply(world[0]), 0);
      all.add(
          new Comparison(name + ", n = " + members, 0)
              .figure("min_width", row.path("min_width"), found.least())
              .figure("min_feasible_values", row.path("min_feasible_values"), found.fewest())
              .figure("distinct_outputs", row.path("distinct_outputs"), found.outputs()));
    }
    return all;
  }
}
