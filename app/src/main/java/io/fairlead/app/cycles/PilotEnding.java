package io.fairlead.app.cycles;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.cycles.Pilot.State;
import io.fairlead.app.framework.FrameworkInput;
import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Ends a pilot: puts its framework in force for everybody, or stops it. Its cycles that have begun
/// live on to their end by its framework, with its members; those to come go unless something
/// stands in them, which stays and can be moved.
@Component
class PilotEnding {
  private static final int LONGEST_REASON = 2_000;

  private final Pilots pilots;
  private final PilotStore store;
  private final Cycles cycles;
  private final CycleStore cycleStore;
  private final CycleWork work;
  private final Frameworks frameworks;
  private final Idempotency acts;
  private final Audit audit;
  private final Clock clock;

  PilotEnding(
      Pilots pilots,
      PilotStore store,
      Cycles cycles,
      CycleStore cycleStore,
      CycleWork work,
      Frameworks frameworks,
      Idempotency acts,
      Audit audit,
      Clock clock) {
    this.pilots = pilots;
    this.store = store;
    this.cycles = cycles;
    this.cycleStore = cycleStore;
    this.work = work;
    this.frameworks = frameworks;
    this.acts = acts;
    this.audit = audit;
    this.clock = clock;
  }

  static final Reason NEITHER = Reason.invalid("as", "pilots.end-as");

  /// The way to end that a word means: `applied` or `stopped`.
  static Optional<State> as(String word) {
    return Stream.of(State.APPLIED, State.STOPPED)
        .filter(state -> state.code().equals(word))
        .findFirst();
  }

  /// @param as applied or stopped
  /// @param basedOn number of the version in force that the writer compared with; asked for where
  ///   the framework is to be put in force
  /// @param key idempotency key
  record End(UUID pilot, State as, String reason, int basedOn, @Nullable String key) {}

  /// @return the pilot's id
  Outcome<UUID> end(Viewer viewer, End input) {
    if (!pilots.mayChange(viewer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    Outcome<UUID> outcome =
        acts.once(
            viewer.person(),
            "pilot.end",
            input.key(),
            input,
            UUID.class,
            () -> ended(viewer, input));
    frameworks.forget();
    return outcome;
  }

  private Outcome<UUID> ended(Viewer viewer, End input) {
    Optional<Pilot> found =
        store.lock(input.pilot()) ? store.find(input.pilot()) : Optional.empty();
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    Pilot pilot = found.get();
    if (!pilot.isRunning()) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "pilots.ended"));
    }
    return because(viewer, pilot, input)
        .then(reason -> {
          store.end(
              pilot.id(),
              input.as(),
              lastDay(viewer, pilot),
              viewer.person(),
              reason,
              clock.instant());
          forgetWhatWillNotBegin(viewer, pilot);
          audit.record(
              viewer.person(), "pilot." + input.as().code(), PilotPolicy.PILOT, pilot.id(), null);
          return Outcome.done(pilot.id());
        });
  }

  /// The reason, once the framework is in force if it is to be.
  private Outcome<String> because(Viewer viewer, Pilot pilot, End input) {
    if (input.as() == State.APPLIED) {
      FrameworkInput document =
          new FrameworkInput(pilot.document(), input.reason(), input.basedOn(), null);
      return frameworks.apply(viewer, document).then(_ -> Outcome.done(input.reason().strip()));
    }
    if (input.reason().isBlank()) {
      return Outcome.refused(Reason.invalid("reason", "required"));
    }
    return input.reason().strip().length() > LONGEST_REASON
        ? Outcome.refused(Reason.invalid("reason", "too-long", LONGEST_REASON))
        : Outcome.done(input.reason().strip());
  }

  private LocalDate lastDay(Viewer viewer, Pilot pilot) {
    return of(pilot).stream()
        .filter(cycle -> !cycle.starts().isAfter(viewer.today()))
        .map(Cycle::ends)
        .max(Comparator.naturalOrder())
        .orElse(pilot.first().minusDays(1));
  }

  private void forgetWhatWillNotBegin(Viewer viewer, Pilot pilot) {
    Set<UUID> toCome =
        of(pilot).stream()
            .filter(cycle -> cycle.starts().isAfter(viewer.today()))
            .map(Cycle::id)
            .collect(Collectors.toSet());
    Set<UUID> inUse = work.inUse(toCome);
    toCome.stream().filter(cycle -> !inUse.contains(cycle)).forEach(cycleStore::remove);
  }

  private List<Cycle> of(Pilot pilot) {
    return cycles.all().stream().filter(cycle -> pilot.id().equals(cycle.pilot())).toList();
  }
}
