package io.fairlead.methods.reference;

import io.fairlead.methods.measures.Limits;
import io.fairlead.methods.measures.ProcessBehaviour;
import io.fairlead.methods.measures.Signal;
import io.fairlead.methods.measures.SignalRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// `xmr`: series with the limits of their process and the values that give a signal.
final class XmrKind implements CaseKind {
  private static final Map<SignalRule, String> FIGURES =
      Map.of(
          SignalRule.BEYOND_LIMIT, "rule1_beyond3",
          SignalRule.TWO_OF_THREE, "rule2_2of3_beyond2",
          SignalRule.FOUR_OF_FIVE, "rule3_4of5_beyond1",
          SignalRule.EIGHT_ON_ONE_SIDE, "rule4_8_same_side",
          SignalRule.TREND_OF_SIX, "trend_6_points",
          SignalRule.LEAP, "mr_out");

  @Override
  public String name() {
    return "xmr";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    double tolerance = file.path("tolerance").asDouble(1e-9);
    List<Comparison> all = new ArrayList<>();
    file.properties()
        .forEach(each -> {
          JsonNode case_ = each.getValue();
          if (case_.isObject()) {
            double[] values =
                case_.has("x")
                    ? Columns.numbers(case_.path("x"))
                    : Columns.of(companions.text(case_.path("file").asString())).last();
            all.add(
                series(case_.path("expected"), values, new Comparison(each.getKey(), tolerance)));
          }
        });
    return all;
  }

  private static Comparison series(JsonNode expected, double[] values, Comparison comparison) {
    Limits limits = Limits.of(values);
    comparison
        .figure("n", expected.path("n"), values.length)
        .figure("mean", expected.path("mean"), limits.centre())
        .figure("mr_bar", expected.path("mr_bar"), limits.meanMovingRange())
        .figure("median_mr", expected.path("median_mr"), limits.medianMovingRange())
        .figure("sigma_hat", expected.path("sigma_hat"), limits.sigma())
        .figure("lcl", expected.path("lcl"), limits.lower())
        .figure("ucl", expected.path("ucl"), limits.upper())
        .figure("mr_ucl", expected.path("mr_ucl"), limits.upperMovingRange());
    List<Signal> signals = ProcessBehaviour.signals(values, limits);
    for (SignalRule rule : SignalRule.values()) {
      List<Integer> found =
          signals.stream()
              .filter(signal -> signal.rule() == rule)
              .map(Signal::index)
              .distinct()
              .toList();
      List<Integer> wanted =
          expected.path(FIGURES.get(rule)).values().stream().map(JsonNode::intValue).toList();
      comparison.same(rule.code(), wanted, found);
    }
    return comparison;
  }
}
