package io.fairlead.methods.instruments;

import java.util.Map;

/// A question that is answered in words.
///
/// @param required whether a rater has to write something
/// @param accepted reasons by the id of the lint rule that they answer
/// @param line where it stands in its file, from 1
public record CommentQuestion(
    String id,
    CommentKind kind,
    boolean required,
    LocalText text,
    Map<String, String> accepted,
    int line) {
  public CommentQuestion {
    accepted = Map.copyOf(accepted);
  }
}
