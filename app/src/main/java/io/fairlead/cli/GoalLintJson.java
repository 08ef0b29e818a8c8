package io.fairlead.cli;

import io.fairlead.methods.wording.GoalFinding;
import io.fairlead.methods.wording.GoalSentences;
import io.fairlead.methods.wording.GoalSheetLint;
import io.fairlead.methods.wording.Quantity;
import io.fairlead.methods.wording.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The answers of `goals lint --json` and `goals lint --reading`.
final class GoalLintJson {
  private GoalLintJson() {}

  static void findings(JsonGenerator json, GoalSheetLint lint, GoalSentences sentences) {
    json.writeStartObject();
    json.writeArrayPropertyStart("findings");
    for (GoalSheetLint.Finding placed : lint.findings()) {
      GoalFinding finding = placed.finding();
      json.writeStartObject();
      place(json, placed.row(), placed.objectiveId(), placed.keyResultId());
      json.writeStringProperty("rule", finding.rule().id());
      json.writeStringProperty("part", finding.part());
      json.writeStringProperty("severity", finding.severity().code());
      span(json, finding.span());
      json.writeStringProperty("message", sentences.message(finding));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void readings(JsonGenerator json, GoalSheetLint lint) {
    json.writeStartObject();
    json.writeArrayPropertyStart("readings");
    for (GoalSheetLint.Reading reading : lint.readings()) {
      json.writeStartObject();
      place(json, reading.row(), reading.objectiveId(), reading.keyResultId());
      json.writeBooleanProperty("task", reading.keyResult().task());
      json.writeBooleanProperty("counts_work", reading.keyResult().countsWork());
      json.writeBooleanProperty("measure", reading.keyResult().measure());
      json.writeBooleanProperty("baseline", reading.keyResult().baseline());
      json.writeBooleanProperty("target", reading.keyResult().target());
      json.writeBooleanProperty("kpi_in_disguise", reading.keyResult().kpiInDisguise());
      json.writeBooleanProperty("objective_has_number", reading.objective().hasNumber());
      quantities(json, "quantities", reading.keyResult().quantities());
      quantities(json, "objective_numbers", reading.objective().numbers());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, int row, String objective, String keyResult) {
    json.writeNumberProperty("row", row);
    json.writeStringProperty("objective_id", objective);
    json.writeStringProperty("kr_id", keyResult);
  }

  private static void span(JsonGenerator json, @Nullable Span span) {
    if (span == null) {
      json.writeNullProperty("span");
      return;
    }
    json.writeObjectPropertyStart("span");
    json.writeStringProperty("text", span.text());
    json.writeNumberProperty("from", span.from());
    json.writeNumberProperty("to", span.to());
    json.writeEndObject();
  }

  private static void quantities(JsonGenerator json, String name, List<Quantity> quantities) {
    json.writeArrayPropertyStart(name);
    for (Quantity quantity : quantities) {
      json.writeStartObject();
      json.writeStringProperty("text", quantity.text());
      json.writeNumberProperty("from", quantity.from());
      json.writeNumberProperty("to", quantity.to());
      json.writeStringProperty("kind", quantity.kind().name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("role", quantity.role().name().toLowerCase(Locale.ROOT));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
