package io.fairlead.methods.agreement;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What one person marked on the items of a rubric, for one sample.
///
/// @param items by item the point of the scale; empty where they could not judge it, which is never
///   taken for a low mark
public record RubricMarks(List<OptionalInt> items) {

  /// @throws IllegalArgumentException without any item
  public RubricMarks {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a rubric has items");
    }
  }

  /// The mean of the items that were marked. Empty where fewer than half of them were: the mean
  /// would then be that of another, shorter rubric. Marks 4, 5, –, 3 give 4; marks 4, –, –, – none.
  public OptionalDouble score() {
    long marked = items.stream().filter(OptionalInt::isPresent).count();
    return 2 * marked < items.size()
        ? OptionalDouble.empty()
        : items.stream().flatMapToInt(OptionalInt::stream).average();
  }
}
