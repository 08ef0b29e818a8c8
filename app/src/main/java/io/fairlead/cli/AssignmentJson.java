package io.fairlead.cli;

import io.fairlead.methods.assignment.Assignment;
import io.fairlead.methods.assignment.Bottleneck;
import io.fairlead.methods.assignment.RoundRehearsal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/// The answer of `feedback assign --json`.
final class AssignmentJson {
  private AssignmentJson() {}

  static void write(JsonGenerator json, Assignment found, Optional<RoundRehearsal> rehearsal) {
    json.writeStartObject();
    json.writeStringProperty("status", found.isComplete() ? "complete" : "short");
    json.writeNumberProperty("cost", found.cost());
    objects(
        json,
        "pairs",
        found.pairs(),
        pair -> {
          json.writeStringProperty("reviewee", pair.reviewee());
          json.writeStringProperty("rater", pair.rater());
          json.writeStringProperty("group", pair.group());
          json.writeNumberProperty("cost", pair.cost());
          json.writeBooleanProperty("fixed", pair.isFixed());
        });
    objects(
        json,
        "raters",
        found.loads(),
        load -> {
          json.writeStringProperty("id", load.rater());
          json.writeNumberProperty("load", load.reviewees());
          json.writeNumberProperty("cap", load.cap());
          json.writeNumberProperty("nominated", load.nominated());
        });
    objects(
        json,
        "shortfalls",
        found.shortfalls(),
        shortfall -> {
          json.writeStringProperty("reviewee", shortfall.reviewee());
          group(json, shortfall.group());
          json.writeNumberProperty("needed", shortfall.needed());
          json.writeNumberProperty("filled", shortfall.filled());
          json.writeNumberProperty("nominated", shortfall.nominated());
        });
    objects(json, "bottlenecks", found.bottlenecks(), cut -> bottleneck(json, cut));
    rehearsal.ifPresent(it -> RehearsalReport.write(json, it));
    json.writeEndObject();
  }

  private static void bottleneck(JsonGenerator json, Bottleneck cut) {
    json.writeNumberProperty("needed", cut.needed());
    json.writeNumberProperty("possible", cut.possible());
    objects(
        json,
        "places",
        cut.places(),
        places -> {
          json.writeStringProperty("reviewee", places.reviewee());
          group(json, places.group());
          json.writeNumberProperty("needed", places.needed());
          json.writeNumberProperty("filled", places.filled());
        });
    objects(
        json,
        "raters",
        cut.raters(),
        rater -> {
          json.writeStringProperty("id", rater.rater());
          json.writeNumberProperty("room", rater.room());
        });
    json.writeNumberProperty("others", cut.others());
  }

  /// Null for places that any group may fill.
  private static void group(JsonGenerator json, String group) {
    if (group.isEmpty()) {
      json.writeNullProperty("group");
      return;
    }
    json.writeStringProperty("group", group);
  }

  private static <T> void objects(
      JsonGenerator json, String name, List<T> values, Consumer<T> properties) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      properties.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
