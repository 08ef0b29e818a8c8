package io.fairlead.app.measures;

import java.util.List;

/// One thing that is judged of a sample.
///
/// @param name in a few words: `Asks about the problem`
/// @param question what the rater answers by a mark
/// @param anchors by point, from the lowest, what is observed of a sample that earns it; empty
///   between two that are described
public record RubricItem(String name, String question, List<String> anchors) {
  public RubricItem {
    anchors = List.copyOf(anchors);
  }
}
