package io.fairlead.app.goals;

import io.fairlead.app.goals.ObjectiveInput.WatchedInput;
import io.fairlead.methods.goals.ObjectiveKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// An objective of the goal library, to be taken and changed.
///
/// @param id stays the same from edition to edition
/// @param edition of the file it stands in; grows when the words there change
/// @param question what a learning objective wants to know; empty for the others
public record GoalExample(
    String id,
    int edition,
    BusinessFunction function,
    Situation situation,
    ObjectiveKind kind,
    String title,
    String why,
    String question,
    List<ExampleKeyResult> keyResults) {

  public GoalExample {
    keyResults = List.copyOf(keyResults);
  }

  /// Written over what a fresh form says of title, why, kind and key results.
  ///
  /// @param measuredBy when today's values will be known, which the library cannot know
  EditorForm form(EditorForm fresh, LocalDate measuredBy) {
    EditorForm form =
        fresh
            .with("title", title)
            .with("why", why)
            .with("kind", kind.code())
            .with("question", question);
    List<WatchedInput> watched = new ArrayList<>();
    for (ExampleKeyResult one : keyResults) {
      form = form.withRow(one.row(measuredBy));
      watched.add(new WatchedInput("", one.watch(), ""));
    }
    return form.withWatched(watched);
  }
}
