package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.goals.LearningAnswer;
import io.fairlead.methods.goals.ObjectiveKind;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The grading screen as it is shown.
///
/// @param cycles those in which the objective may go on
public record GradePage(GradeSheet sheet, FormState form, UUID key, List<Cycle> cycles) {

  public boolean isLearning() {
    return sheet.kind() == ObjectiveKind.LEARNING;
  }

  /// The score in a key result's field: what was typed, else what was given, else the suggestion.
  public String score(GradeSheet.Line line) {
    if (form.wasRefused()) {
      return form.value(line.keyResult().id().toString());
    }
    return shown(line.graded() != null ? line.graded() : line.suggested());
  }

  /// A score with two decimals and a point, as forms take it; empty without one.
  public String shown(@Nullable Double score) {
    return score == null ? "" : String.format(Locale.ROOT, "%.2f", score);
  }

  public List<Option> answers(Words words) {
    return Stream.of(LearningAnswer.values())
        .map(answer -> answer.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .map(code -> new Option(code, words.text("grading.answer." + code)))
        .toList();
  }

  public List<Option> nextSteps(Words words) {
    return Stream.of("done", "carry-over", "clone", "stop")
        .map(code -> new Option(code, words.text("grading.next." + code)))
        .toList();
  }

  public List<Option> cycleOptions() {
    return cycles.stream().map(cycle -> new Option(cycle.id().toString(), cycle.name())).toList();
  }

  /// The reasons that belong to no field of this form.
  public List<String> general(Words words) {
    return form.reasons().stream()
        .filter(reason -> reason.fieldName() == null)
        .map(words::refusal)
        .toList();
  }
}
