package io.fairlead.app.goals;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.goals.ReassignmentStore.Held;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Giving goals to somebody else: above all what people who left had under way, theirs or inside
/// other people's objectives. Every wording so far stays, and the record says who gave what to
/// whom.
@Component
public class Reassignments {
  private static final int MOST_WAITING = 200;

  private final ReassignmentStore store;
  private final ObjectiveStore objectives;
  private final GoalSettings settings;
  private final TakeBack takeBack;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;

  Reassignments(
      ReassignmentStore store,
      ObjectiveStore objectives,
      GoalSettings settings,
      TakeBack takeBack,
      Idempotency idempotency,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.objectives = objectives;
    this.settings = settings;
    this.takeBack = takeBack;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  /// A running goal of somebody who left, for which the viewer finds a new owner.
  ///
  /// @param keyResult null for a whole objective
  /// @param leaver who left
  public record Waiting(
      UUID objective, @Nullable UUID keyResult, String title, UUID leaver, String leaverName) {}

  /// What waits for a new owner that the viewer finds, at most 200.
  @Transactional(readOnly = true)
  public List<Waiting> waiting(Viewer viewer) {
    return store.waiting(viewer, MOST_WAITING);
  }

  /// Whether the viewer sees the objective.
  @Transactional
  boolean sees(Viewer viewer, UUID id) {
    return store.objective(viewer, id).isPresent();
  }

  /// The objective as it may be given to somebody else.
  @Transactional
  Outcome<Held> objective(Viewer viewer, UUID id) {
    Optional<Held> found = store.objective(viewer, id);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return found.get().may()
        ? Outcome.done(found.get())
        : Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
  }

  /// The key result as it may be given to somebody else.
  @Transactional
  Outcome<Held> keyResult(Viewer viewer, UUID id) {
    return store
        .keyResult(viewer, id)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Reason.notFound()));
  }

  /// Lets another person answer for an objective; a personal one becomes theirs. What the one
  /// before had of its key results goes along.
  ///
  /// @return the objective
  public Outcome<UUID> giveObjective(Viewer viewer, UUID id, UUID to, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "goals.reassign",
        key,
        List.of(id, to),
        UUID.class,
        () ->
            objective(viewer, id)
                .then(held -> open(viewer, held))
                .then(before -> given(viewer, before, to)));
  }

  private Outcome<UUID> given(Viewer viewer, Objective before, UUID to) {
    ObjectivePlan plan = before.plan();
    List<Reason> reasons = againstPerson(viewer, to);
    if (reasons.isEmpty() && !objectives.mayMakeAccountable(viewer, plan.owner(), to)) {
      reasons.add(Reason.invalid("person", "goals.not-your-accountable"));
    }
    if (to.equals(plan.accountable())) {
      reasons.add(Reason.invalid("person", "goals.theirs-already"));
    }
    int most = settings.in(plan.cycle()).limits().objectivesPerOwner();
    if (before.state() == ObjectiveState.ACTIVE
        && plan.owner().kind() == Owner.Kind.PERSON
        && objectives.activeOf(Owner.person(to), plan.cycle(), before.id()) >= most) {
      reasons.add(Reason.invalid("person", "goals.too-many-objectives", most));
    }
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons);
    }
    return written(viewer, before, plan.givenTo(to), to);
  }

  /// Lets another person own a key result.
  ///
  /// @param to null: whoever answers for the objective
  /// @return the objective
  public Outcome<UUID> giveKeyResult(
      Viewer viewer, UUID id, @Nullable UUID to, @Nullable String key) {
    return idempotency.once(
        viewer.person(),
        "goals.reassign-key-result",
        key,
        List.of(id, to == null ? "" : to),
        UUID.class,
        () ->
            keyResult(viewer, id)
                .then(held -> open(viewer, held))
                .then(before -> given(viewer, before, id, to)));
  }

  private Outcome<UUID> given(Viewer viewer, Objective before, UUID keyResult, @Nullable UUID to) {
    ObjectivePlan plan = before.plan();
    if (to != null) {
      List<Reason> reasons = againstPerson(viewer, to);
      boolean within =
          before.mayChange()
              || to.equals(plan.accountable())
              || objectives.mayMakeAccountable(viewer, plan.owner(), to);
      if (reasons.isEmpty() && !within) {
        reasons.add(Reason.invalid("person", "goals.not-your-accountable"));
      }
      if (!reasons.isEmpty()) {
        return Outcome.refused(reasons);
      }
    }
    ObjectivePlan after =
        plan.withKeyResults(
            plan.keyResults().stream()
                .map(one -> keyResult.equals(one.id()) ? one.ownedBy(to) : one)
                .toList());
    return written(viewer, before, after, to == null ? plan.accountable() : to);
  }

  private Outcome<UUID> written(
      Viewer viewer, Objective before, ObjectivePlan after, UUID newHolder) {
    objectives.update(before.id(), after, viewer.person(), clock.instant());
    takeBack.builtOn(before.id());
    audit.record(viewer.person(), "objective.reassigned", "objective", before.id(), newHolder);
    return Outcome.done(before.id());
  }

  private List<Reason> againstPerson(Viewer viewer, UUID to) {
    List<Reason> reasons = new ArrayList<>();
    if (objectives.employed(Set.of(to), viewer.today()).isEmpty()) {
      reasons.add(Reason.invalid("person", "goals.unknown-person"));
    }
    return reasons;
  }

  private Outcome<Objective> open(Viewer viewer, Held held) {
    Objective objective =
        Objects.requireNonNull(objectives.find(viewer, held.objective()).orElse(null));
    return objective.state().isOpen()
        ? Outcome.done(objective)
        : Outcome.refused(
            Reason.of(Reason.Kind.CONFLICT, "goals.not-open", objective.state().code()));
  }
}
