package io.fairlead.cli;

import io.fairlead.methods.goals.Attainment;
import io.fairlead.methods.goals.GoalFileScore;
import io.fairlead.methods.goals.GoalFileScore.KeyResultScore;
import io.fairlead.methods.goals.GoalFileScore.Objective;
import io.fairlead.methods.goals.ObjectiveScore.Mean;
import io.fairlead.methods.goals.ObjectiveScore.Unscored;
import io.fairlead.methods.table.TableProblem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The answer of `goals score --json`. Figures are unrounded; what cannot be computed is null.
final class GoalScoreJson {
  private GoalScoreJson() {}

  static void write(JsonGenerator json, GoalFileScore score) {
    json.writeStartObject();
    json.writeArrayPropertyStart("objectives");
    score.objectives().forEach(objective -> objective(json, objective));
    json.writeEndArray();
    json.writeArrayPropertyStart("key_results");
    score.keyResults().forEach(keyResult -> keyResult(json, keyResult));
    json.writeEndArray();
    json.writeArrayPropertyStart("problems");
    score.problems().forEach(problem -> problem(json, problem));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void objective(JsonGenerator json, Objective objective) {
    json.writeStartObject();
    json.writeStringProperty("id", objective.id());
    figure(
        json,
        "score",
        objective.score().score().isEmpty() ? null : objective.score().score().getAsDouble());
    json.writeObjectPropertyStart("rollup");
    figure(json, "credit", objective.credit());
    figure(json, "union", objective.union());
    figure(json, "weight", objective.weight());
    json.writeEndObject();
    json.writeStringProperty("objective", objective.title());
    json.writeStringProperty("owner", objective.owner());
    word(json, "kind", objective.kind() == null ? null : objective.kind().code());
    word(json, "status", objective.state() == null ? null : objective.state().code());
    word(json, "grade", objective.grade() == null ? null : objective.grade().code());
    switch (objective.score()) {
      case Mean mean -> counts(json, mean.coverage(), mean.counted(), mean.total());
      case Unscored unscored -> counts(json, null, 0, unscored.total());
    }
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, @Nullable Double coverage, int scored, int all) {
    figure(json, "coverage", coverage);
    json.writeNumberProperty("scored_key_results", scored);
    json.writeNumberProperty("key_results", all);
  }

  private static void keyResult(JsonGenerator json, KeyResultScore keyResult) {
    Attainment attainment = keyResult.attainment();
    json.writeStartObject();
    json.writeStringProperty("id", keyResult.id());
    switch (attainment) {
      case null -> scored(json, null, "unreadable", null, null);
      case Attainment.Scored scored ->
          scored(json, scored.value(), "scored", scored.unclipped(), code(scored.basis()));
      case Attainment.NoCheckIn _ -> scored(json, null, "no-check-in", null, null);
      case Attainment.Invalid(var flaw) -> scored(json, null, flaw.code(), null, null);
    }
    json.writeStringProperty("objective_id", keyResult.objective());
    json.writeStringProperty("key_result", keyResult.title());
    json.writeNumberProperty("weight", keyResult.weight());
    json.writeNumberProperty("row", keyResult.row());
    json.writeEndObject();
  }

  private static void scored(
      JsonGenerator json,
      @Nullable Double score,
      String status,
      @Nullable Double unclipped,
      @Nullable String basis) {
    figure(json, "score", score);
    json.writeStringProperty("status", status);
    figure(json, "unclipped", unclipped);
    word(json, "scored_by", basis);
  }

  private static void problem(JsonGenerator json, TableProblem problem) {
    json.writeStartObject();
    json.writeNumberProperty("row", problem.row());
    json.writeStringProperty("column", problem.column());
    json.writeStringProperty("code", problem.code());
    json.writeStringProperty("message", problem.message());
    json.writeStringProperty("severity", code(problem.severity()));
    json.writeEndObject();
  }

  private static void figure(JsonGenerator json, String name, @Nullable Double value) {
    if (value == null) {
      json.writeNullProperty(name);
      return;
    }
    json.writeNumberProperty(name, value);
  }

  private static void word(JsonGenerator json, String name, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(name);
      return;
    }
    json.writeStringProperty(name, value);
  }

  private static String code(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
