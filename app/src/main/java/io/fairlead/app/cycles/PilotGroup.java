package io.fairlead.app.cycles;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Whom a pilot is for.
///
/// @param units with those below them
/// @param people who are in it whatever they belong to
public record PilotGroup(Set<UUID> units, Set<UUID> teams, Set<UUID> people) {
  static final int MOST_PARTS = 500;

  /// A unit, a team or a person, by name.
  record Part(UUID id, String name) {}

  /// In one order, so that two alike read alike.
  public PilotGroup {
    units = Collections.unmodifiableSet(new TreeSet<>(units));
    teams = Collections.unmodifiableSet(new TreeSet<>(teams));
    people = Collections.unmodifiableSet(new TreeSet<>(people));
  }

  int parts() {
    return units.size() + teams.size() + people.size();
  }
}
