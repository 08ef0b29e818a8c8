package io.fairlead.methods.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was answered about one reviewee until the round was closed. It is what must not leave the
/// release rule.
///
/// @param items by competency, whether or not anybody could judge them, in the instrument's order
/// @param responders who gave at least one rating or comment, each once
public record SubjectAnswers(
    String subject, Map<String, Set<String>> items, List<Responder> responders) {
  public SubjectAnswers {
    items = new LinkedHashMap<>(items);
    responders = List.copyOf(responders);
  }

  /// One who answered.
  ///
  /// @param ratings by competency and item; what they could not judge is missing
  public record Responder(
      String rater,
      String group,
      Map<String, Map<String, Integer>> ratings,
      List<Comment> comments) {
    public Responder {
      comments = List.copyOf(comments);
    }

    Map<String, Integer> of(String competency) {
      return ratings.getOrDefault(competency, Map.of());
    }
  }

  /// @param question what it answers
  public record Comment(String question, String text) {}
}
