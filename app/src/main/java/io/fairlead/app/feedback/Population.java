package io.fairlead.app.feedback;

import java.util.Set;
import java.util.UUID;

/// Whom a round is about: people of units and those below them, and single people; everybody where
/// neither is named.
public record Population(Set<UUID> units, Set<UUID> people) {
  public static final Population EVERYBODY = new Population(Set.of(), Set.of());

  public Population {
    units = Set.copyOf(units);
    people = Set.copyOf(people);
  }

  public boolean isEverybody() {
    return units.isEmpty() && people.isEmpty();
  }
}
