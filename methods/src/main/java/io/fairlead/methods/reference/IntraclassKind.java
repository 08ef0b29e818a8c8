package io.fairlead.methods.reference;

import io.fairlead.methods.agreement.OneWay;
import io.fairlead.methods.agreement.Reliability;
import io.fairlead.methods.agreement.TwoWay;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `icc`: a table of samples and raters with its six coefficients.
final class IntraclassKind implements CaseKind {

  @Override
  public String name() {
    return "icc";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    JsonNode expected = file.path("expected");
    List<double[]> table = Columns.of(companions.text(file.path("data").asString())).rows();
    OneWay oneWay = OneWay.of(table);
    TwoWay twoWay = TwoWay.of(table);
    Comparison comparison = new Comparison("icc", file.path("tolerance").asDouble(1e-9));
    comparison
        .figure("n", expected.path("n"), twoWay.samples())
        .figure("k", expected.path("k"), twoWay.raters())
        .figure("BMS", expected.path("BMS"), twoWay.between())
        .figure("JMS", expected.path("JMS"), twoWay.ofRaters())
        .figure("WMS", expected.path("WMS"), oneWay.within())
        .figure("EMS", expected.path("EMS"), twoWay.error())
        .figure("F_ICC1", expected.path("F_ICC1"), oneWay.between() / oneWay.within())
        .figure("F_ICC3", expected.path("F_ICC3"), twoWay.between() / twoWay.error())
        .figure("p_ICC3", expected.path("p_ICC3"), twoWay.chance());
    coefficient(comparison, expected, "ICC1_1", oneWay.one().orElseThrow());
    coefficient(comparison, expected, "ICC1_k", oneWay.mean().orElseThrow());
    coefficient(comparison, expected, "ICC2_1", twoWay.agreement().orElseThrow());
    coefficient(comparison, expected, "ICC2_k", twoWay.meanAgreement().orElseThrow());
    coefficient(comparison, expected, "ICC3_1", twoWay.consistency().orElseThrow());
    coefficient(comparison, expected, "ICC3_k", twoWay.meanConsistency().orElseThrow());
    return List.of(comparison);
  }

  private static void coefficient(
      Comparison comparison, JsonNode expected, String name, Reliability found) {
    comparison
        .figure(name, expected.path(name), found.value())
        .figure(name + " low", expected.path(name + "_ci95").path(0), found.lower())
        .figure(name + " high", expected.path(name + "_ci95").path(1), found.upper());
  }
}
