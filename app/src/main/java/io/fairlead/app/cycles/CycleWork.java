package io.fairlead.app.cycles;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// What is written in cycles, told by the module that keeps it.
public interface CycleWork {

  /// Those of the cycles that anything at all is written in.
  Set<UUID> inUse(Collection<UUID> cycles);

  /// How many drafts, proposed and running objectives these people answer for.
  long open(Collection<UUID> people);

  /// What was done in the days from the first until the last, both included.
  ///
  /// @param people the group; all others are counted beside it
  Done done(Collection<UUID> people, LocalDate first, LocalDate last);

  /// @param objectives that were published, by whoever answers for them
  /// @param checkIns by whoever said them
  record Done(long objectives, long checkIns, long objectivesOfOthers, long checkInsOfOthers) {}
}
