package io.fairlead.app.goals;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.cycles.OpenCycles;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What follows an objective in a later cycle: carried over, with what is left to do and today's
/// values as baselines, or cloned, with the same words to begin anew. Either is a draft that
/// remembers where it comes from; the objective itself stays as it is.
@Component
public class Successors {

  /// How an objective goes on.
  public enum Way {
    /// What is done stays behind; where it stands is the new baseline.
    CARRIED_OVER,
    /// The same promise again, from the same baselines.
    CLONED
  }

  private final ObjectiveStore objectives;
  private final CheckInStore checkIns;
  private final Cycles cycles;
  private final GoalCycles goalCycles;
  private final Idempotency idempotency;
  private final Audit audit;
  private final OrganisationSettings settings;
  private final Ids ids;
  private final Clock clock;

  Successors(
      ObjectiveStore objectives,
      CheckInStore checkIns,
      Cycles cycles,
      GoalCycles goalCycles,
      Idempotency idempotency,
      Audit audit,
      OrganisationSettings settings,
      Ids ids,
      Clock clock) {
    this.objectives = objectives;
    this.checkIns = checkIns;
    this.cycles = cycles;
    this.goalCycles = goalCycles;
    this.idempotency = idempotency;
    this.audit = audit;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /// The cycles an objective may go on in: those that its owner may write in, have not ended and
  /// are not its own.
  public List<Cycle> possible(Viewer writer, UUID objective) {
    return objectives
        .find(writer, objective)
        .map(found -> possible(found.plan()))
        .orElse(List.of());
  }

  private List<Cycle> possible(ObjectivePlan plan) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.organisation().zone());
    List<Cycle> all = cycles.all();
    OpenCycles open = goalCycles.openTo(plan.owner(), today, all);
    return all.stream()
        .filter(cycle -> !cycle.ends().isBefore(today) && !cycle.id().equals(plan.cycle()))
        .filter(open::includes)
        .sorted(java.util.Comparator.comparing(Cycle::starts))
        .toList();
  }

  /// Drafts what follows.
  ///
  /// @return the id of the draft
  public Outcome<UUID> draft(
      Viewer writer, UUID objective, UUID cycle, Way way, @Nullable String key) {
    return idempotency.once(
        writer.person(),
        "goals.successor",
        key,
        List.of(objective, cycle, way),
        UUID.class,
        () -> record(writer, objective, cycle, way));
  }

  private Outcome<UUID> record(Viewer writer, UUID objective, UUID cycle, Way way) {
    Optional<Objective> found = objectives.find(writer, objective);
    if (found.isEmpty() || !found.get().mayChange()) {
      return Outcome.refused(Reason.notFound());
    }
    Objective before = found.get();
    if (before.state() == ObjectiveState.DRAFT || before.state() == ObjectiveState.PROPOSED) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "successor.not-lived"));
    }
    Optional<Cycle> target =
        possible(before.plan()).stream().filter(each -> each.id().equals(cycle)).findFirst();
    if (target.isEmpty()) {
      return Outcome.refused(Reason.invalid("cycle", "successor.no-such-cycle"));
    }
    ObjectivePlan plan = plan(before.plan(), target.get(), way);
    if (plan.keyResults().isEmpty() && !before.plan().keyResults().isEmpty()) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "successor.all-done"));
    }
    UUID id = ids.next();
    objectives.insert(id, plan, objective, writer.person(), clock.instant());
    audit.record(
        writer.person(),
        way == Way.CARRIED_OVER ? "objective.carried-over" : "objective.cloned",
        "objective",
        id,
        plan.accountable());
    return Outcome.done(id);
  }

  private ObjectivePlan plan(ObjectivePlan before, Cycle target, Way way) {
    Set<UUID> parts =
        before.keyResults().stream()
            .flatMap(part -> Optional.ofNullable(part.id()).stream())
            .collect(Collectors.toSet());
    Map<UUID, CheckInStore.Reached> reached =
        checkIns.reached(parts).stream()
            .collect(Collectors.toMap(CheckInStore.Reached::keyResult, Function.identity()));
    List<KeyResultPlan> keyResults =
        before.keyResults().stream()
            .filter(part -> way == Way.CLONED || !isDone(part, reached))
            .map(part -> successor(part, way, reached.get(part.id()), target))
            .toList();
    return new ObjectivePlan(
            target.id(),
            before.title(),
            before.why(),
            before.kind(),
            before.question(),
            before.owner(),
            before.accountable(),
            before.delegate(),
            before.visibility(),
            before.readers(),
            before.standsAloneBecause(),
            keyResults,
            before.watched())
        .withoutIds();
  }

  /// A band is never done: what is kept up is kept up.
  private static boolean isDone(KeyResultPlan part, Map<UUID, CheckInStore.Reached> reached) {
    CheckInStore.Reached now = reached.get(part.id());
    return now != null
        && now.score() != null
        && now.score() >= 1
        && part.kind() != KeyResultKind.BAND;
  }

  private static KeyResultPlan successor(
      KeyResultPlan part, Way way, CheckInStore.@Nullable Reached now, Cycle target) {
    boolean carried = way == Way.CARRIED_OVER;
    BigDecimal baseline =
        carried && part.kind().isWay() && now != null && now.value() != null
            ? now.value()
            : part.baseline();
    boolean relative = part.targetMode() != TargetMode.ABSOLUTE;
    return new KeyResultPlan(
        null,
        part.title(),
        part.kind(),
        baseline,
        baseline == null ? target.starts().plusDays(14) : null,
        carried && relative ? TargetMode.ABSOLUTE : part.targetMode(),
        part.target(),
        carried && relative ? null : part.change(),
        part.low(),
        part.high(),
        part.tolerance(),
        part.unit(),
        part.weight(),
        part.owner(),
        null,
        false,
        part.guardrail(),
        part.milestones().stream()
            .filter(step ->
                !carried || now == null || step.id() == null || !now.done().contains(step.id()))
            .map(step -> new KeyResultPlan.Milestone(null, step.name(), step.weight()))
            .toList());
  }
}
