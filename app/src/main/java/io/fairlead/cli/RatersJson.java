package io.fairlead.cli;

import static io.fairlead.cli.Json.figure;

import io.fairlead.methods.raters.DependentCorrelations;
import io.fairlead.methods.raters.Effect;
import io.fairlead.methods.raters.RaterAnalysis;
import io.fairlead.methods.raters.RaterEffects;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import tools.jackson.core.JsonGenerator;

/// The answer of `analyse raters --json`. Figures are unrounded; what cannot be said is null.
final class RatersJson {
  private RatersJson() {}

  static void write(JsonGenerator json, RaterAnalysis found, Optional<RaterEffects> use) {
    json.writeStartObject();
    json.writeStringProperty("model", found.model().name().toLowerCase(Locale.ROOT));
    figure(json, "criterion", found.criterion());
    json.writeObjectPropertyStart("variance");
    figure(json, "rater", found.ofRaters());
    figure(json, "ratee", found.ofRatees());
    figure(json, "residual", found.residual());
    json.writeEndObject();
    json.writeObjectPropertyStart("fixed");
    found
        .fixed()
        .forEach(named -> {
          json.writeObjectPropertyStart(named.name());
          json.writeNumberProperty("value", named.effect().value());
          json.writeNumberProperty("se", named.effect().deviation());
          json.writeEndObject();
        });
    json.writeEndObject();
    json.writeArrayPropertyStart("raters");
    found.raters().forEach(rater -> rater(json, rater));
    json.writeEndArray();
    json.writeArrayPropertyStart("ratees");
    found.ratees().forEach(ratee -> ratee(json, ratee));
    json.writeEndArray();
    json.writeNumberProperty("components", found.components());
    json.writeStringProperty("status", found.status().name());
    json.writeArrayPropertyStart("notes");
    found.notes().forEach(json::writeString);
    json.writeEndArray();
    use.ifPresent(it -> effects(json, it));
    json.writeEndObject();
  }

  private static void effects(JsonGenerator json, RaterEffects use) {
    json.writeObjectPropertyStart("effects");
    json.writeArrayPropertyStart("raters");
    use.raters().forEach(line -> line(json, line));
    json.writeEndArray();
    use.similarity()
        .ifPresentOrElse(
            found -> {
              json.writeObjectPropertyStart("similarity");
              json.writeNumberProperty("n", found.pairs());
              json.writeNumberProperty("value", found.effect().value());
              json.writeNumberProperty("se", found.effect().deviation());
              json.writeNumberProperty("df", found.degrees());
              json.writeNumberProperty("clustered_se", found.clusteredDeviation());
              json.writeNumberProperty("p", found.chance());
              json.writeBooleanProperty("stands", found.stands());
              json.writeEndObject();
            },
            () -> json.writeNullProperty("similarity"));
    recency(json, use.recency());
    json.writeEndObject();
  }

  private static void recency(JsonGenerator json, Optional<DependentCorrelations> found) {
    if (found.isEmpty()) {
      json.writeNullProperty("recency");
      return;
    }
    json.writeObjectPropertyStart("recency");
    json.writeNumberProperty("z", found.get().z());
    json.writeNumberProperty("p", found.get().chance());
    json.writeEndObject();
  }

  private static void line(JsonGenerator json, RaterEffects.Line line) {
    json.writeStartObject();
    json.writeStringProperty("id", line.id());
    json.writeNumberProperty("n", line.ratings());
    json.writeNumberProperty("shared_ratees", line.sharedRatees());
    json.writeNumberProperty("mean", line.mean());
    figure(json, "sd", line.deviation());
    figure(json, "severity", part(line.severity(), Effect::value));
    figure(json, "se", part(line.severity(), Effect::deviation));
    figure(json, "adjusted_p", line.adjustedChance());
    figure(json, "sd_ratio", line.spread());
    figure(json, "sd_ratio_p", line.spreadChance());
    json.writeNumberProperty("extremes", line.extremes());
    figure(json, "within_ratees", line.withinRatees());
    figure(json, "between_items", line.betweenItems());
    figure(json, "residual", line.left());
    figure(json, "infit", line.infit());
    recency(json, line.recency());
    json.writeArrayPropertyStart("flags");
    line.flags().stream().sorted().forEach(flag -> json.writeString(flag.code()));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void rater(JsonGenerator json, RaterAnalysis.Rater rater) {
    json.writeStartObject();
    json.writeStringProperty("id", rater.id());
    json.writeNumberProperty("n", rater.ratings());
    json.writeNumberProperty("component", rater.component());
    figure(json, "severity", part(rater.severity(), Effect::value));
    figure(json, "se", part(rater.severity(), Effect::deviation));
    json.writeEndObject();
  }

  private static OptionalDouble part(Optional<Effect> effect, ToDoubleFunction<Effect> part) {
    return effect
        .map(it -> OptionalDouble.of(part.applyAsDouble(it)))
        .orElse(OptionalDouble.empty());
  }

  private static void ratee(JsonGenerator json, RaterAnalysis.Ratee ratee) {
    json.writeStartObject();
    json.writeStringProperty("id", ratee.id());
    json.writeNumberProperty("n", ratee.ratings());
    json.writeNumberProperty("component", ratee.component());
    json.writeNumberProperty("raw", ratee.raw());
    json.writeNumberProperty("adjusted", ratee.adjusted());
    figure(json, "lower", ratee.lower());
    figure(json, "upper", ratee.upper());
    json.writeEndObject();
  }
}
