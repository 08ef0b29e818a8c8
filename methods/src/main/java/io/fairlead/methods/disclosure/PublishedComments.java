package io.fairlead.methods.disclosure;

import java.util.List;
import java.util.Optional;

/// Comments of one block, in an order that tells nothing.
///
/// @param item the question; empty where questions with few writers were put together
public record PublishedComments(Optional<String> item, List<String> groups, List<String> texts) {
  public PublishedComments {
    groups = List.copyOf(groups);
    texts = List.copyOf(texts);
  }
}
