package io.fairlead.methods.reference;

import io.fairlead.methods.agreement.RatingColumns;
import io.fairlead.methods.agreement.RatingFile;
import io.fairlead.methods.raters.RaterAnswer;
import io.fairlead.methods.raters.RaterEffects;
import io.fairlead.methods.raters.RaterEffects.Flag;
import io.fairlead.methods.raters.RaterEffects.Line;
import io.fairlead.methods.raters.RaterEffects.Similarity;
import io.fairlead.methods.raters.RaterEffectsAnalysis;
import io.fairlead.methods.raters.RaterEffectsAnalysis.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// `rater-effects`: ratings with planted effects, and the indices that should find them.
final class RaterEffectsKind implements CaseKind {

  @Override
  public String name() {
    return "rater-effects";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    RatingFile ratings =
        RatingFile.parseLong(
            companions.text(file.path("data").asString()),
            new RatingColumns("rater", "ratee", "rating", "dim", List.of("same_group")));
    RaterEffects found = analysed(ratings);
    double tolerance = file.path("tolerance").doubleValue();
    List<Comparison> all = new ArrayList<>();
    JsonNode expected = file.path("expected");
    for (Line line : found.raters()) {
      all.add(indices(line, expected.path("raters").path(line.id()), tolerance));
    }
    all.add(
        similarity(
            found.similarity().orElseThrow(), expected.path("same_group_effect"), tolerance));
    all.add(planted(found, file.path("planted")));
    return all;
  }

  private static RaterEffects analysed(RatingFile ratings) {
    return switch (RaterEffectsAnalysis.of(ratings, new Places(Optional.of(0), Optional.empty()))) {
      case RaterAnswer.Analysed<RaterEffects>(RaterEffects effects) -> effects;
      case RaterAnswer.Refused<RaterEffects>(String reason) ->
          throw new IllegalArgumentException(reason);
    };
  }

  private static Comparison indices(Line line, JsonNode expected, double tolerance) {
    return new Comparison(line.id(), tolerance)
        .figure("n", expected.path("n"), line.ratings())
        .figure("mean", expected.path("mean"), line.mean())
        .figure("sd", expected.path("sd"), line.deviation())
        .figure(
            "severity_fixed_effect_centred",
            expected.path("severity_fixed_effect_centred"),
            line.severity().orElseThrow().value())
        .figure("sd_ratio_to_pooled", expected.path("sd_ratio_to_pooled"), line.spread())
        .figure("mean_within_ratee_sd", expected.path("mean_within_ratee_sd"), line.withinRatees())
        .figure("mean_interdim_r", expected.path("mean_interdim_r"), line.betweenItems())
        .figure("resid_sd", expected.path("resid_sd"), line.left())
        .figure("prop_scale_extremes", expected.path("prop_scale_extremes"), line.extremes());
  }

  private static Comparison similarity(Similarity found, JsonNode expected, double tolerance) {
    return new Comparison("similarity", tolerance)
        .figure("beta", expected.path("beta"), found.effect().value())
        .figure("se", expected.path("se"), found.effect().deviation())
        .figure("t", expected.path("t"), found.effect().value() / found.effect().deviation())
        .figure("df", expected.path("df"), found.degrees())
        .same("stands", true, found.stands());
  }

  /// Each planted severity, restriction and halo is flagged as such.
  private static Comparison planted(RaterEffects found, JsonNode planted) {
    Comparison comparison = new Comparison("planted effects", 0);
    for (Map.Entry<String, JsonNode> each : planted.properties()) {
      Line line =
          found.raters().stream()
              .filter(it -> it.id().equals(each.getKey()))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no rater " + each.getKey()));
      if (each.getValue().has("sev")) {
        boolean isSevere = each.getValue().path("sev").doubleValue() < 0;
        Flag flag = isSevere ? Flag.SEVERE : Flag.LENIENT;
        comparison.same(each.getKey() + " " + flag, true, line.flags().contains(flag));
      }
      if (each.getValue().has("ct")) {
        comparison.same(
            each.getKey() + " restricted", true, line.flags().contains(Flag.RESTRICTED));
      }
      if (each.getValue().has("halo")) {
        comparison.same(each.getKey() + " halo", true, line.flags().contains(Flag.HALO));
      }
    }
    return comparison;
  }
}
