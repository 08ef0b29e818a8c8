package io.fairlead.app.feedback;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom a round is about: people of units and those below them, and single people; everybody where
/// neither is named.
///
/// @param objective whose contributors are meant instead, or none
public record Population(Set<UUID> units, Set<UUID> people, @Nullable UUID objective) {
  public static final Population EVERYBODY = new Population(Set.of(), Set.of());

  public Population(Set<UUID> units, Set<UUID> people) {
    this(units, people, null);
  }

  public Population {
    units = Set.copyOf(units);
    people = Set.copyOf(people);
  }

  public boolean isEverybody() {
    return units.isEmpty() && people.isEmpty() && objective == null;
  }
}
