package io.fairlead.app.feedback;

import io.fairlead.app.feedback.AnswerStep.Item;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.List;

/// Answering about one person, as it is shown.
///
/// @param action where the form goes
/// @param about how the rater stands to the person, and how long it takes
/// @param at the question at which they go on
/// @param revision of the sheet that the form was filled from
/// @param concerns where threats and misconduct go
/// @param print the first letters of the promise's hash
/// @param hints whether comments are looked through for what points at their author
/// @param notices what happened meanwhile
public record AnswerPage(
    String action,
    String about,
    String purpose,
    List<String> promise,
    String concerns,
    String print,
    List<AnswerStep> steps,
    SeenBy commentsSeenBy,
    String at,
    long revision,
    int seconds,
    boolean handedIn,
    boolean mayDecline,
    int points,
    String closes,
    FormState form,
    boolean hints,
    List<String> notices) {

  public int items() {
    return (int)
        steps.stream().flatMap(step -> step.items().stream()).filter(Item::isRated).count();
  }

  public int answered() {
    return (int)
        steps.stream()
            .flatMap(step -> step.items().stream())
            .filter(item -> item.isRated() && item.isAnswered())
            .count();
  }

  /// Why nothing was saved, where the reason belongs to no question.
  public List<String> general(Words words) {
    return form.general(
        words,
        steps.stream()
            .flatMap(step -> step.items().stream())
            .map(Item::field)
            .toArray(String[]::new));
  }
}
