package io.fairlead.cli;

import static io.fairlead.cli.Json.figure;

import io.fairlead.methods.agreement.AgreementStatus;
import io.fairlead.methods.agreement.CronbachAlpha;
import io.fairlead.methods.agreement.Interval;
import io.fairlead.methods.agreement.Krippendorff;
import io.fairlead.methods.agreement.OneWay;
import io.fairlead.methods.agreement.RatingAgreement;
import io.fairlead.methods.agreement.Reliability;
import io.fairlead.methods.agreement.TwoWay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/// The answer of `analyse agreement --json`. Figures are unrounded; what cannot be said is null.
final class AgreementJson {
  private AgreementJson() {}

  static void write(
      JsonGenerator json,
      RatingAgreement found,
      Krippendorff.Metric metric,
      AnalyseAgreement.Scale scale,
      List<String> notes) {
    json.writeStartObject();
    icc(json, found);
    alpha(json, found);
    krippendorff(json, found, metric);
    rwg(json, found.within(), scale);
    if (!notes.isEmpty()) {
      json.writeArrayPropertyStart("notes");
      notes.forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void icc(JsonGenerator json, RatingAgreement found) {
    OneWay oneWay = found.oneWay();
    begin(json, "icc", oneWay.samples(), oneWay.one(), oneWay.status());
    json.writeNumberProperty("ratings", oneWay.ratings());
    json.writeNumberProperty("mean_ratings", oneWay.size());
    json.writeObjectPropertyStart("forms");
    reliability(json, "ICC1_1", oneWay.one());
    reliability(json, "ICC1_k", oneWay.mean());
    reliability(json, "ICC2_1", found.twoWay().flatMap(TwoWay::agreement));
    reliability(json, "ICC2_k", found.twoWay().flatMap(TwoWay::meanAgreement));
    reliability(json, "ICC3_1", found.twoWay().flatMap(TwoWay::consistency));
    reliability(json, "ICC3_k", found.twoWay().flatMap(TwoWay::meanConsistency));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void alpha(JsonGenerator json, RatingAgreement found) {
    CronbachAlpha alpha = found.alpha();
    begin(json, "alpha", alpha.subjects(), alpha.alpha(), alpha.status());
    json.writeNumberProperty("items", found.alphaOver().size());
    figure(json, "standardised", alpha.standardised());
    figure(json, "mean_correlation", alpha.meanCorrelation());
    perItem(json, "without", found, CronbachAlpha.Item::alphaWithout);
    perItem(json, "with_others", found, CronbachAlpha.Item::withOthers);
    json.writeEndObject();
  }

  private static void perItem(
      JsonGenerator json,
      String name,
      RatingAgreement found,
      Function<CronbachAlpha.Item, OptionalDouble> value) {
    json.writeObjectPropertyStart(name);
    List<CronbachAlpha.Item> items = found.alpha().items();
    for (int at = 0; at < items.size(); at++) {
      figure(json, found.alphaOver().get(at), value.apply(items.get(at)));
    }
    json.writeEndObject();
  }

  private static void krippendorff(
      JsonGenerator json, RatingAgreement found, Krippendorff.Metric asked) {
    json.writeObjectPropertyStart("krippendorff");
    Krippendorff main = found.krippendorff(asked).orElseThrow();
    json.writeNumberProperty("n", main.units());
    one(json, main);
    json.writeStringProperty("metric", name(asked));
    json.writeNumberProperty("values", main.values());
    json.writeObjectPropertyStart("metrics");
    for (Krippendorff.Metric metric : Krippendorff.Metric.values()) {
      Krippendorff each = found.krippendorff().get(metric);
      if (each == null) {
        json.writeNullProperty(name(metric));
      } else {
        json.writeObjectPropertyStart(name(metric));
        one(json, each);
        json.writeEndObject();
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void one(JsonGenerator json, Krippendorff found) {
    figure(json, "value", found.alpha());
    interval(json, found.interval());
    json.writeStringProperty("status", found.status().name());
  }

  private static String name(Krippendorff.Metric metric) {
    return metric.name().toLowerCase(Locale.ROOT);
  }

  private static void rwg(
      JsonGenerator json, RatingAgreement.Within within, AnalyseAgreement.Scale scale) {
    json.writeObjectPropertyStart("rwg");
    json.writeNumberProperty("n", within.ratees());
    figure(json, "value", within.shown());
    interval(json, within.interval());
    json.writeStringProperty("status", within.status().name());
    figure(json, "raw", within.raw());
    figure(json, "skewed", within.skewed());
    figure(json, "ad_mean", within.fromMean());
    figure(json, "ad_median", within.fromMedian());
    json.writeNumberProperty("ad_cut_off", scale.points() / 6.0);
    json.writeObjectPropertyStart("scale");
    json.writeNumberProperty("low", scale.low());
    json.writeNumberProperty("high", scale.high());
    json.writeBooleanProperty("assumed", scale.isAssumed());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void begin(
      JsonGenerator json, String name, int n, Optional<Reliability> found, AgreementStatus status) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("n", n);
    values(json, found);
    json.writeStringProperty("status", status.name());
  }

  private static void reliability(JsonGenerator json, String name, Optional<Reliability> found) {
    if (found.isEmpty()) {
      json.writeNullProperty(name);
      return;
    }
    json.writeObjectPropertyStart(name);
    values(json, found);
    json.writeEndObject();
  }

  private static void values(JsonGenerator json, Optional<Reliability> found) {
    figure(
        json,
        "value",
        found.map(it -> OptionalDouble.of(it.value())).orElse(OptionalDouble.empty()));
    interval(json, found.map(it -> new Interval(it.lower(), it.upper())));
  }

  static void interval(JsonGenerator json, Optional<Interval> interval) {
    if (interval.isEmpty()) {
      json.writeNullProperty("interval");
      return;
    }
    json.writeArrayPropertyStart("interval");
    json.writeNumber(interval.get().lower());
    json.writeNumber(interval.get().upper());
    json.writeEndArray();
  }
}
