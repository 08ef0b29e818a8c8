package io.fairlead.app.goals;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writing objectives: draft, change, put forward, publish, close, drop. What one may not see is
/// not there; what one may see but not change is refused as such.
@Component
public class Objectives {
  private final ObjectiveStore store;
  private final Cycles cycles;
  private final GoalCycles goalCycles;
  private final GoalSettings settings;
  private final OrganisationSettings organisation;
  private final Tracks tracks;
  private final RollUps rollUps;
  private final Idempotency idempotency;
  private final FollowedValues followed;
  private final TakeBack takeBack;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  Objectives(
      ObjectiveStore store,
      Cycles cycles,
      GoalCycles goalCycles,
      GoalSettings settings,
      OrganisationSettings organisation,
      Tracks tracks,
      RollUps rollUps,
      Idempotency idempotency,
      FollowedValues followed,
      TakeBack takeBack,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.cycles = cycles;
    this.goalCycles = goalCycles;
    this.settings = settings;
    this.organisation = organisation;
    this.tracks = tracks;
    this.rollUps = rollUps;
    this.idempotency = idempotency;
    this.followed = followed;
    this.takeBack = takeBack;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// The objective as it stands, if the viewer can see it. That somebody asked for one that they
  /// may not see is recorded.
  public Optional<Objective> find(Viewer viewer, UUID id) {
    Optional<Objective> found = store.find(viewer, id);
    if (found.isEmpty()) {
      denied(viewer, id);
    }
    return found;
  }

  /// The viewer was not let in to an objective; nothing is recorded where there is none.
  void denied(Viewer viewer, UUID id) {
    store.accountable(id).ifPresent(person -> audit.denied(viewer, GoalRules.RECORD, id, person));
  }

  /// Writes a new draft. Who drafts for someone else stays on as the delegate.
  ///
  /// @param key lets it take effect once, however often it is sent
  public Outcome<Objective> draft(Viewer writer, ObjectiveInput input, @Nullable String key) {
    return idempotency
        .once(
            writer.person(),
            "objective.draft",
            key,
            input,
            UUID.class,
            () -> drafted(writer, input))
        .then(id -> found(writer, id));
  }

  private Outcome<UUID> drafted(Viewer writer, ObjectiveInput input) {
    return read(writer, input, null)
        .then(plan -> checked(againstPeople(writer, plan, null), staying(writer, plan)))
        .then(plan -> {
          UUID id = ids.next();
          store.insert(id, plan.withoutIds(), null, writer.person(), clock.instant());
          audit.record(writer.person(), "objective.drafted", "objective", id, plan.accountable());
          return Outcome.done(id);
        });
  }

  /// Writes an objective anew, from the version that its writer had before them.
  @Transactional
  public Outcome<Objective> change(Viewer writer, UUID id, long version, ObjectiveInput input) {
    return open(writer, id)
        .then(
            before -> before.version() == version ? Outcome.done(before) : Outcome.refused(stale()))
        .then(before ->
            read(writer, input, before.plan()).then(plan -> change(writer, before, plan)));
  }

  private Outcome<Objective> change(Viewer writer, Objective before, ObjectivePlan plan) {
    List<Reason> reasons = againstPeople(writer, plan, before.plan());
    reasons.addAll(againstParts(before, plan));
    if (before.state() == ObjectiveState.ACTIVE) {
      reasons.addAll(againstPublishing(plan));
    }
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons);
    }
    long version = store.update(before.id(), plan, writer.person(), clock.instant());
    if (before.state() == ObjectiveState.ACTIVE) {
      tracks.rebuild(plan.keyResultIds());
      rollUps.dueFor(List.of(before.id()));
      audit.record(
          writer.person(), "objective.changed", "objective", before.id(), plan.accountable());
      takeBack.builtOn(before.id());
      takeBack.changed(writer, before, version);
    }
    return Outcome.done(
        store.find(writer, before.id()).orElseGet(() -> before.handedOver(plan, version)));
  }

  /// How it was worded in a version, for whoever may change it.
  public Optional<ObjectivePlan> wording(Viewer writer, UUID id, long version) {
    return find(writer, id).filter(Objective::mayChange).flatMap(_ -> store.wording(id, version));
  }

  /// Takes an objective to its next state: puts a draft forward or takes it back, publishes it,
  /// closes a graded one, gives one up. Grading is [Grading]'s.
  ///
  /// @param reason why it is given up; empty for every other step
  /// @param key lets it take effect once, however often it is sent
  public Outcome<Objective> become(
      Viewer writer, UUID id, ObjectiveState next, String reason, @Nullable String key) {
    return idempotency
        .once(
            writer.person(),
            "objective." + next.code(),
            key,
            List.of(id, reason),
            Boolean.class,
            () -> became(writer, id, next, reason.strip()))
        .then(_ -> found(writer, id));
  }

  private Outcome<Boolean> became(Viewer writer, UUID id, ObjectiveState next, String reason) {
    if (next == ObjectiveState.DROPPED && reason.isEmpty()) {
      return Outcome.refused(Reason.invalid("reason", "goals.reason-missing"));
    }
    if (reason.length() > ObjectiveReading.LONGEST_TEXT) {
      return Outcome.refused(Reason.invalid("reason", "too-long", ObjectiveReading.LONGEST_TEXT));
    }
    return mine(writer, id)
        .then(objective -> allowed(objective, next))
        .then(objective ->
            next == ObjectiveState.ACTIVE ? publishable(objective) : Outcome.done(objective))
        .then(objective -> {
          store.become(id, next, writer.person(), clock.instant(), reason);
          if (next == ObjectiveState.ACTIVE) {
            followed.take(id);
          }
          rollUps.dueFor(List.of(id));
          audit.record(
              writer.person(),
              "objective." + act(next),
              "objective",
              id,
              objective.plan().accountable());
          takeBack.builtOn(id);
          if (next == ObjectiveState.DROPPED) {
            takeBack.dropped(writer, objective);
          }
          return Outcome.done(true);
        });
  }

  private static Outcome<Objective> allowed(Objective objective, ObjectiveState next) {
    return objective.state().mayBecome(next)
        ? Outcome.done(objective)
        : Outcome.refused(
            Reason.of(
                Reason.Kind.CONFLICT, "goals.state." + next.code(), objective.state().code()));
  }

  private static String act(ObjectiveState state) {
    return switch (state) {
      case DRAFT -> "taken-back";
      case PROPOSED -> "proposed";
      case ACTIVE -> "activated";
      case GRADED -> "graded";
      case CLOSED -> "closed";
      case DROPPED -> "dropped";
    };
  }

  private Outcome<Objective> publishable(Objective objective) {
    ObjectivePlan plan = objective.plan();
    List<Reason> reasons = againstPublishing(plan);
    int most = settings.in(plan.cycle()).limits().objectivesPerOwner();
    if (store.activeOf(plan.owner(), plan.cycle(), objective.id()) >= most) {
      reasons.add(Reason.invalid("owner", "goals.too-many-objectives", most));
    }
    return checked(reasons, objective);
  }

  /// The objective, held until the transaction ends, if the writer may change it.
  Outcome<Objective> mine(Viewer writer, UUID id) {
    store.lock(id);
    Optional<Objective> objective = store.find(writer, id);
    if (objective.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return objective.get().mayChange()
        ? Outcome.done(objective.get())
        : Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
  }

  private Outcome<Objective> open(Viewer writer, UUID id) {
    return mine(writer, id)
        .then(objective ->
            objective.state().isOpen()
                ? Outcome.done(objective)
                : Outcome.refused(
                    Reason.of(Reason.Kind.CONFLICT, "goals.not-open", objective.state().code())));
  }

  private Outcome<ObjectivePlan> read(
      Viewer writer, ObjectiveInput input, @Nullable ObjectivePlan before) {
    List<Cycle> all = cycles.all();
    Optional<Cycle> now = goalCycles.current(writer.person(), today(), all);
    if (now.isEmpty()) {
      return Outcome.refused(Reason.invalid("cycle", "goals.no-cycle"));
    }
    Cycle meant = named(input.cycle(), all).orElse(now.get());
    Visibility usual = Visibility.valueOf(settings.in(meant).visibility().name());
    return ObjectiveReading.read(input, writer.person(), now.get().id(), usual)
        .then(
            plan -> Outcome.done(input.cycle().isEmpty() ? inOwnersCycle(writer, plan, all) : plan))
        .then(plan -> checked(againstKeeping(plan, before, all), plan));
  }

  private static Optional<Cycle> named(String id, List<Cycle> all) {
    return all.stream().filter(cycle -> cycle.id().toString().equals(id)).findFirst();
  }

  /// Whoever writes for somebody else need not know in which cycles they write.
  private ObjectivePlan inOwnersCycle(Viewer writer, ObjectivePlan plan, List<Cycle> all) {
    return plan.owner().equals(Owner.person(writer.person()))
        ? plan
        : goalCycles
            .openTo(plan.owner(), today(), all)
            .current(all, today())
            .map(cycle -> plan.in(cycle.id()))
            .orElse(plan);
  }

  private List<Reason> againstKeeping(
      ObjectivePlan plan, @Nullable ObjectivePlan before, List<Cycle> all) {
    List<Reason> reasons = new ArrayList<>(goalCycles.against(plan, before, today(), all));
    GoalCycles.find(plan.cycle(), all)
        .map(cycle -> PlanRules.againstKeeping(plan, settings.in(cycle)))
        .ifPresent(reasons::addAll);
    return reasons;
  }

  private List<Reason> againstPublishing(ObjectivePlan plan) {
    Cycle cycle = cycles.find(plan.cycle()).orElseThrow();
    return PlanRules.againstPublishing(plan, settings.in(cycle), cycle);
  }

  /// Whom a plan names: only those who work here, and only owners that its writer may write for.
  /// What was so before is not asked again.
  private List<Reason> againstPeople(
      Viewer writer, ObjectivePlan plan, @Nullable ObjectivePlan before) {
    List<Reason> reasons = new ArrayList<>();
    Set<UUID> named = plan.people();
    if (before != null) {
      named.removeAll(before.people());
    }
    if (!named.isEmpty() && store.employed(named, writer.today()).size() < named.size()) {
      reasons.add(Reason.invalid("people", "goals.unknown-person"));
    }
    boolean sameOwner = before != null && before.owner().equals(plan.owner());
    if (!sameOwner && !store.mayWriteFor(writer, plan.owner())) {
      reasons.add(Reason.invalid("owner", "goals.not-your-owner"));
    }
    boolean sameAccountable = before != null && before.accountable().equals(plan.accountable());
    if (!sameAccountable && !store.mayMakeAccountable(writer, plan.owner(), plan.accountable())) {
      reasons.add(Reason.invalid("accountable", "goals.not-your-accountable"));
    }
    if (plan.owner().kind() == Owner.Kind.PERSON && !plan.accountable().equals(plan.owner().id())) {
      reasons.add(Reason.invalid("accountable", "goals.owner-answers"));
    }
    return reasons;
  }

  /// Parts it names must be its own, and what was checked in on stays.
  private List<Reason> againstParts(Objective before, ObjectivePlan plan) {
    Set<UUID> own = before.plan().partIds();
    Set<UUID> named = plan.partIds();
    List<Reason> reasons = new ArrayList<>();
    if (!own.containsAll(named)) {
      reasons.add(Reason.invalid("keyResults", "goals.unknown-choice"));
    }
    Set<UUID> gone = new HashSet<>(own);
    gone.removeAll(named);
    if (!gone.isEmpty() && !Collections.disjoint(gone, store.withHistory(before.id()))) {
      reasons.add(Reason.invalid("keyResults", "goals.has-history"));
    }
    return reasons;
  }

  private static ObjectivePlan staying(Viewer writer, ObjectivePlan plan) {
    return plan.accountable().equals(writer.person()) || plan.delegate() != null
        ? plan
        : plan.withDelegate(writer.person());
  }

  private static <T> Outcome<T> checked(List<Reason> reasons, T value) {
    return reasons.isEmpty() ? Outcome.done(value) : Outcome.refused(reasons);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), organisation.organisation().zone());
  }

  private Outcome<Objective> found(Viewer viewer, UUID id) {
    return store
        .find(viewer, id)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Reason.notFound()));
  }

  static Reason stale() {
    return Reason.of(Reason.Kind.STALE, "stale");
  }
}
