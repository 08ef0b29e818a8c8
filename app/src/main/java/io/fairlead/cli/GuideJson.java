package io.fairlead.cli;

import io.fairlead.methods.coaching.Fact;
import io.fairlead.methods.coaching.Guide;
import io.fairlead.methods.coaching.Range;
import io.fairlead.methods.coaching.ReportPattern;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// The answer of `feedback guide --json`.
final class GuideJson {
  private GuideJson() {}

  static void write(JsonGenerator json, List<Guide> guides) {
    json.writeStartObject();
    json.writeArrayPropertyStart("guides");
    guides.forEach(guide -> guide(json, guide));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void guide(JsonGenerator json, Guide guide) {
    json.writeStartObject();
    json.writeStringProperty("subject", guide.subject());
    json.writeArrayPropertyStart("patterns");
    guide.matches().forEach(match -> match(json, match));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void match(JsonGenerator json, Guide.Match match) {
    ReportPattern pattern = match.pattern();
    json.writeStartObject();
    json.writeStringProperty("pattern", pattern.id());
    json.writeNumberProperty("edition", pattern.edition());
    json.writeStringProperty("name", pattern.name());
    json.writeArrayPropertyStart("facts");
    match.facts().forEach(fact -> fact(json, fact));
    json.writeEndArray();
    strings(json, "competencies", match.competencies());
    strings(json, "may_mean", pattern.mayMean());
    strings(json, "does_not_mean", pattern.doesNotMean());
    strings(json, "look_for", pattern.lookFor());
    strings(json, "ask", pattern.ask());
    strings(json, "do_not_say", pattern.doNotSay());
    strings(json, "behaviours", pattern.behaviours());
    json.writeEndObject();
  }

  private static void fact(JsonGenerator json, Fact fact) {
    json.writeStartObject();
    switch (fact) {
      case Fact.Figure figure -> {
        json.writeStringProperty("competency", figure.competency());
        FrameworkFile.optional(json, "item", figure.item());
        strings(json, "groups", figure.groups());
        json.writeNumberProperty("n", figure.raters());
        range(json, figure.value());
      }
      case Fact.Across across -> {
        json.writeStringProperty("quantity", across.quantity());
        json.writeNumberProperty("competencies", across.competencies());
        range(json, across.value());
      }
      case Fact.Count count -> {
        json.writeStringProperty("counted", count.counted().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("count", count.count());
        json.writeNumberProperty("of", count.of());
      }
    }
    json.writeStringProperty("text", fact.text());
    json.writeEndObject();
  }

  private static void range(JsonGenerator json, Range range) {
    json.writeStringProperty("low", range.low().toPlainString());
    json.writeStringProperty("high", range.high().toPlainString());
  }

  private static void strings(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
