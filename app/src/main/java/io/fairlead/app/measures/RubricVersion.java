package io.fairlead.app.measures;

import java.time.LocalDate;
import java.util.List;

/// What people score by, from a day on.
///
/// @param version from 1 on
/// @param from samples of this day and later are scored by it
/// @param points of the scale, which begins at 1
public record RubricVersion(int version, LocalDate from, int points, List<RubricItem> items) {
  /// From when the first version of a rubric is used.
  static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

  public RubricVersion {
    items = List.copyOf(items);
  }

  boolean asks(RubricInput.Read other) {
    return points == other.points() && items.equals(other.items());
  }
}
