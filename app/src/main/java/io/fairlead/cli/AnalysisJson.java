package io.fairlead.cli;

import static io.fairlead.cli.Json.figure;

import io.fairlead.methods.measures.Analysis;
import io.fairlead.methods.measures.LeadLag;
import io.fairlead.methods.measures.Trend;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;

/// The answer of `analyse measures --json`. Figures are unrounded; what cannot be said is null.
final class AnalysisJson {
  private AnalysisJson() {}

  static void write(JsonGenerator json, List<Analyse.Analysed> measures, List<Analyse.Led> pairs) {
    json.writeStartObject();
    json.writeArrayPropertyStart("measures");
    measures.forEach(measure -> measure(json, measure));
    json.writeEndArray();
    json.writeArrayPropertyStart("pairs");
    pairs.forEach(pair -> pair(json, pair));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void measure(JsonGenerator json, Analyse.Analysed measure) {
    Analysis analysis = measure.analysis();
    json.writeStartObject();
    json.writeStringProperty("measure", measure.name());
    json.writeNumberProperty("n", analysis.history().size());
    json.writeStringProperty("status", analysis.status().name());
    figure(json, "centre", analysis.centre());
    figure(json, "lower", limit(analysis, false));
    figure(json, "upper", limit(analysis, true));
    json.writeArrayPropertyStart("signals");
    analysis
        .signals()
        .forEach(signal -> {
          json.writeStartObject();
          json.writeNumberProperty("index", signal.index());
          json.writeStringProperty("rule", signal.rule().code());
          json.writeEndObject();
        });
    json.writeEndArray();
    json.writeBooleanProperty("seasonal", analysis.season().isPresent());
    figure(json, "autocorrelation", analysis.autocorrelation());
    trend(json, analysis);
    json.writeEndObject();
  }

  /// In units a day; null of few values. It is one only where `lower` and `upper` have one sign.
  private static void trend(JsonGenerator json, Analysis analysis) {
    if (analysis.trend().isEmpty()) {
      json.writeNullProperty("trend");
      return;
    }
    Trend trend = analysis.trend().get();
    json.writeObjectPropertyStart("trend");
    json.writeNumberProperty("per_day", trend.perDay());
    figure(json, "lower", finite(trend.lower()));
    figure(json, "upper", finite(trend.upper()));
    json.writeEndObject();
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static OptionalDouble limit(Analysis analysis, boolean upper) {
    return analysis
        .limits()
        .map(limits -> OptionalDouble.of(upper ? limits.upper() : limits.lower()))
        .orElse(OptionalDouble.empty());
  }

  private static void pair(JsonGenerator json, Analyse.Led pair) {
    LeadLag found = pair.found();
    boolean isKnown = found.verdict() != LeadLag.Verdict.TOO_LITTLE_DATA;
    json.writeStartObject();
    json.writeStringProperty("lead", pair.lead());
    json.writeStringProperty("lag", pair.lag());
    if (isKnown) {
      json.writeNumberProperty("best_lag", found.bestLag());
    } else {
      json.writeNullProperty("best_lag");
    }
    figure(json, "r", isKnown ? OptionalDouble.of(found.correlation()) : OptionalDouble.empty());
    figure(json, "band", isKnown ? OptionalDouble.of(found.band()) : OptionalDouble.empty());
    json.writeStringProperty("verdict", found.verdict().words());
    json.writeEndObject();
  }
}
