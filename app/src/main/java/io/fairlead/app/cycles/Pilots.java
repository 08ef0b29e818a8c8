package io.fairlead.app.cycles;

import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.methods.framework.Effect;
import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.FrameworkDifference;
import io.fairlead.methods.framework.FrameworkDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Frameworks that a group tries before everybody: which there are, by which rules their cycles go,
/// and what came of them so far.
@Component
public class Pilots {
  private static final int SHOWN = 50;
  private static final int MOST_KEPT = 100;

  /// A rate of fewer people would say what one of them does.
  static final int FEWEST_TO_COMPARE = 5;

  private final PilotStore store;
  private final PilotMembers members;
  private final CycleWork work;
  private final Frameworks frameworks;
  private final Permissions permissions;
  private final Map<UUID, Framework> known = new ConcurrentHashMap<>();

  Pilots(
      PilotStore store,
      PilotMembers members,
      CycleWork work,
      Frameworks frameworks,
      Permissions permissions) {
    this.store = store;
    this.members = members;
    this.work = work;
    this.frameworks = frameworks;
    this.permissions = permissions;
  }

  public boolean mayChange(Viewer viewer) {
    return permissions.allows(viewer, PilotPolicy.PILOT, PilotPolicy.CHANGE, PilotPolicy.TERMS);
  }

  /// The framework by which a pilot's cycles go, for as long as there are any.
  public Framework framework(UUID pilot) {
    if (known.size() > MOST_KEPT) {
      known.clear();
    }
    return known.computeIfAbsent(pilot, id -> document(store.find(id).orElseThrow()).framework());
  }

  Optional<Pilot> find(UUID id) {
    return store.find(id);
  }

  /// The latest first.
  List<Pilot> latest() {
    return store.latest(SHOWN);
  }

  /// Those that nobody has ended yet, and those whose last cycle still runs.
  List<Pilot> running(LocalDate day) {
    return latest().stream()
        .filter(pilot -> pilot.isRunning() || !pilot.last().isBefore(day))
        .filter(pilot -> !pilot.last().isBefore(pilot.first()))
        .toList();
  }

  /// The pilot that somebody is in, or will be.
  public Optional<PilotTerm> of(Viewer viewer) {
    return members.of(viewer.person(), viewer.today()).next(viewer.today());
  }

  /// The pilots that the viewer is in, or will be.
  Set<UUID> mine(Viewer viewer) {
    return members.of(viewer.person(), viewer.today()).terms().stream()
        .map(PilotTerm::pilot)
        .collect(Collectors.toSet());
  }

  int people(Pilot pilot, LocalDate day) {
    return store.members(pilot.group(), day).size();
  }

  /// The units and teams it is for, by name.
  List<String> places(PilotGroup group) {
    return store.places(group).stream().map(PilotGroup.Part::name).toList();
  }

  /// Who is in it by name.
  List<String> names(PilotGroup group) {
    return store.people(group.people()).stream().map(PilotGroup.Part::name).toList();
  }

  /// All units, each with its whole path.
  List<PilotGroup.Part> units() {
    return store.units();
  }

  List<PilotGroup.Part> teams(LocalDate day) {
    return store.teams(day);
  }

  /// What the pilot's framework says differently from the one in force.
  List<Effect> difference(Pilot pilot) {
    return FrameworkDifference.between(frameworks.inForce().document(), document(pilot));
  }

  static FrameworkDocument document(Pilot pilot) {
    return FrameworkDocument.parse(pilot.document()).orThrow();
  }

  /// Whether a pilot can try what changes there: what goes by cycle. All else holds for everybody
  /// at once, and so waits.
  static boolean canBeTried(Effect effect) {
    return Stream.of(
                "cadence.fiscal-year",
                "cadence.cycles",
                "cadence.planning",
                "cadence.grading",
                "cadence.check-ins.rhythm",
                "goals.")
            .anyMatch(effect.path()::startsWith)
        && Stream.of("goals.staleness", "goals.scoring.too-easy")
            .noneMatch(effect.path()::startsWith);
  }

  /// A group and all others over the same days.
  public record Compared(
      LocalDate first, LocalDate last, int people, int others, CycleWork.Done done) {
    public double objectivesEach() {
      return rate(done.objectives(), people);
    }

    public double objectivesOfOthersEach() {
      return rate(done.objectivesOfOthers(), others);
    }

    public double checkInsEach() {
      return rate(done.checkIns(), people);
    }

    public double checkInsOfOthersEach() {
      return rate(done.checkInsOfOthers(), others);
    }

    private static double rate(long number, int people) {
      return people == 0 ? 0 : (double) number / people;
    }
  }

  /// What the group did since the pilot began, beside everybody else; empty before that, for who
  /// may not see it, and where either side has too few people.
  Optional<Compared> compared(Viewer viewer, Pilot pilot) {
    LocalDate last = pilot.last().isBefore(viewer.today()) ? pilot.last() : viewer.today();
    if (last.isBefore(pilot.first())
        || !permissions.allows(viewer, PilotPolicy.PILOT, PilotPolicy.READ, PilotPolicy.FIGURES)) {
      return Optional.empty();
    }
    List<UUID> group = store.members(pilot.group(), viewer.today());
    int others = store.employed(viewer.today()) - group.size();
    return Math.min(group.size(), others) < FEWEST_TO_COMPARE
        ? Optional.empty()
        : Optional.of(
            new Compared(
                pilot.first(), last, group.size(), others, work.done(group, pilot.first(), last)));
  }
}
