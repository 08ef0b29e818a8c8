package io.fairlead.methods.scorecard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/// Two periods of a card beside each other.
///
/// @param perspectives by id: first those of the later card in its order, then those that are gone
/// @param objectives the same
public record CardComparison(
    Change card, Map<String, Change> perspectives, Map<String, Change> objectives) {

  /// What one part of the card did.
  ///
  /// @param before none where it was not there
  /// @param after none where it is there no more
  public record Change(Score before, Score after) {

    /// Empty unless both have a score.
    public OptionalDouble by() {
      return before.value().isPresent() && after.value().isPresent()
          ? OptionalDouble.of(after.value().getAsDouble() - before.value().getAsDouble())
          : OptionalDouble.empty();
    }
  }

  public static CardComparison of(CardScore before, CardScore after) {
    return new CardComparison(
        new Change(before.card(), after.card()),
        changes(before.perspectives(), after.perspectives()),
        changes(before.objectives(), after.objectives()));
  }

  private static Map<String, Change> changes(Map<String, Score> before, Map<String, Score> after) {
    Set<String> ids = new LinkedHashSet<>(after.keySet());
    ids.addAll(before.keySet());
    Map<String, Change> changes = new LinkedHashMap<>();
    for (String id : ids) {
      changes.put(
          id, new Change(before.getOrDefault(id, Score.NONE), after.getOrDefault(id, Score.NONE)));
    }
    return changes;
  }

  /// The objectives that changed most, the largest loss first.
  public List<String> losses() {
    List<String> losses = new ArrayList<>();
    objectives.forEach((id, change) -> {
      if (change.by().orElse(0) < 0) {
        losses.add(id);
      }
    });
    losses.sort(
        Comparator.comparingDouble(
            id -> Objects.requireNonNull(objectives.get(id)).by().orElse(0)));
    return losses;
  }
}
