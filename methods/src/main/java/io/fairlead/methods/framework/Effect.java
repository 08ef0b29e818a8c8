package io.fairlead.methods.framework;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One thing that is different between two framework documents, said as people would say it.
///
/// @param path in the new document, or for what is removed in the old one
/// @param before as the document writes it, null if it was not there
/// @param after as the document writes it, null if it is gone
/// @param sentence "Check-ins move from weekly to every two weeks."
public record Effect(
    Kind kind, String path, @Nullable String before, @Nullable String after, String sentence) {

  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  public Optional<String> was() {
    return Optional.ofNullable(before);
  }

  public Optional<String> becomes() {
    return Optional.ofNullable(after);
  }
}
