package io.fairlead.methods.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an objective says.
///
/// @param numbers its figures; years, versions and numbered things are none
/// @param words how many it has
/// @param verb whether it says an act or a state
/// @param usual the words that only keep up what is there; null if there are none
/// @param specific whether anything in it would not fit every organisation
public record ReadObjective(
    List<Quantity> numbers, int words, boolean verb, @Nullable Span usual, boolean specific) {
  public ReadObjective {
    numbers = List.copyOf(numbers);
  }

  /// Whether it contains a number.
  public boolean hasNumber() {
    return !numbers.isEmpty();
  }
}
