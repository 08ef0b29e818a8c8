package io.fairlead.methods.reference;

import io.fairlead.methods.agreement.RatingColumns;
import io.fairlead.methods.agreement.RatingFile;
import io.fairlead.methods.raters.Effect;
import io.fairlead.methods.raters.MixedAnalysis;
import io.fairlead.methods.raters.RaterAnalysis;
import io.fairlead.methods.raters.RaterAnswer;
import io.fairlead.methods.raters.RaterQuestion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// `crossed-mixed`: ratings in the first column, by two factors, the second of which rates the
/// first.
final class CrossedMixedKind implements CaseKind {

  @Override
  public String name() {
    return "crossed-mixed";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    String data = companions.text(file.path("data").asString());
    List<String> names =
        List.of(data.lines().findFirst().orElse("").replace("\"", "").split(",", -1));
    RatingFile ratings =
        RatingFile.parseLong(
            data, new RatingColumns(names.get(2), names.get(1), names.getFirst(), "", List.of()));
    RaterAnalysis found = analysed(ratings);
    JsonNode tolerance = file.path("tolerance");
    JsonNode expected = file.path("lme4").path("reml");
    String rater = names.get(2);
    String ratee = names.get(1);
    Effect mean = found.fixed().getFirst().effect();
    Comparison criterion =
        new Comparison("criterion", tolerance.path("crit").doubleValue())
            .absolute("crit", expected.path("crit"), found.criterion().orElseThrow())
            .absolute(
                "independent crit",
                file.path("independent").path("crit"),
                found.criterion().orElseThrow());
    Comparison variances =
        new Comparison("variances", tolerance.path("variance_rel").doubleValue())
            .relative(rater, expected.path("vc").path(rater), found.ofRaters().orElseThrow())
            .relative(ratee, expected.path("vc").path(ratee), found.ofRatees().orElseThrow())
            .relative(
                "Residual", expected.path("vc").path("Residual"), found.residual().orElseThrow());
    Comparison fixed =
        new Comparison("fixed effects", tolerance.path("fixef").doubleValue())
            .absolute("mean", expected.path("fixef").path("(Intercept)"), mean.value())
            .relative(
                "independent se", file.path("independent").path("se").path(0), mean.deviation());
    Comparison effects = new Comparison("effects", tolerance.path("ranef").doubleValue());
    Map<String, Double> ofRaters = new TreeMap<>();
    found.raters().forEach(it -> ofRaters.put(it.id(), it.severity().orElseThrow().value()));
    Map<String, Double> ofRatees = new TreeMap<>();
    found.ratees().forEach(it -> ofRatees.put(it.id(), it.adjusted() - mean.value()));
    all(effects, file.path("lme4").path("ranef_" + rater), ofRaters);
    all(effects, file.path("lme4").path("ranef_" + ratee), ofRatees);
    effects.absolute(
        "deviation of " + rater,
        file.path("lme4").path("condsd_" + rater),
        found.raters().getFirst().severity().orElseThrow().deviation());
    return List.of(criterion, variances, fixed, effects);
  }

  private static RaterAnalysis analysed(RatingFile ratings) {
    return switch (MixedAnalysis.of(new RaterQuestion(ratings, List.of(), Set.of(), 1))) {
      case RaterAnswer.Analysed<RaterAnalysis>(RaterAnalysis analysis) -> analysis;
      case RaterAnswer.Refused<RaterAnalysis>(String reason) ->
          throw new IllegalArgumentException(reason);
    };
  }

  private static void all(Comparison comparison, JsonNode expected, Map<String, Double> found) {
    comparison.same(
        "names", List.copyOf(found.keySet()), expected.propertyNames().stream().sorted().toList());
    found.forEach((id, effect) -> comparison.absolute(id, expected.path(id), effect));
  }
}
