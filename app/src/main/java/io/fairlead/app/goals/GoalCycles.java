package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.OpenCycles;
import io.fairlead.app.cycles.PilotMembers;
import io.fairlead.app.platform.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which cycles a new objective may be written in. It is its owner who is in a pilot or is not, and
/// the day on which it is written that counts; what is written stays where it is.
@Component
class GoalCycles {
  private final PilotMembers members;

  GoalCycles(PilotMembers members) {
    this.members = members;
  }

  OpenCycles openTo(Owner owner, LocalDate day, List<Cycle> all) {
    UUID id = owner.id();
    if (id == null) {
      return OpenCycles.EVERYBODYS;
    }
    return switch (owner.kind()) {
      case PERSON -> members.openToPerson(id, day, all);
      case TEAM -> members.openToTeam(id, day, all);
      case UNIT -> members.openToUnit(id, day, all);
      case ORGANISATION -> OpenCycles.EVERYBODYS;
    };
  }

  /// The cycle that somebody's pages begin with.
  Optional<Cycle> current(UUID person, LocalDate day, List<Cycle> all) {
    return members.openToPerson(person, day, all).current(all, day);
  }

  /// Why a plan may not stand in its cycle. That it stood there before, with the same owner, is not
  /// asked again.
  List<Reason> against(
      ObjectivePlan plan, @Nullable ObjectivePlan before, LocalDate day, List<Cycle> all) {
    Optional<Cycle> cycle = find(plan.cycle(), all);
    if (cycle.isEmpty()) {
      return List.of(Reason.invalid("cycle", "goals.unknown-choice"));
    }
    boolean asBefore =
        before != null
            && before.cycle().equals(plan.cycle())
            && before.owner().equals(plan.owner());
    if (asBefore) {
      return List.of();
    }
    return against(plan.owner(), cycle.get(), day, all);
  }

  private List<Reason> against(Owner owner, Cycle cycle, LocalDate day, List<Cycle> all) {
    if (openTo(owner, day, all).includes(cycle)) {
      return List.of();
    }
    return List.of(
        Reason.invalid(
            "cycle",
            cycle.isEverybodys() ? "goals.cycle-of-everybody" : "goals.cycle-of-a-pilot",
            cycle.name()));
  }

  static Optional<Cycle> find(UUID id, List<Cycle> all) {
    return all.stream().filter(cycle -> cycle.id().equals(id)).findFirst();
  }
}
