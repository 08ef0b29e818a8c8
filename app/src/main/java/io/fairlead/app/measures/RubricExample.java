package io.fairlead.app.measures;

import java.util.List;

/// A rubric that comes with the product, to begin with.
///
/// @param id stays the same from release to release
/// @param about what it is for, in a sentence
/// @param sample what one sample is: `a recorded call`
/// @param items with five anchors each
public record RubricExample(
    String id, String name, String about, String sample, List<RubricItem> items) {
  public RubricExample {
    items = List.copyOf(items);
  }
}
