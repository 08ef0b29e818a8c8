package io.fairlead.app.goals;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.goals.GoalWording.Said;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.wording.GoalFinding;
import io.fairlead.methods.wording.LintSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the goal linter finds in an objective that is stored, with what the measures behind it say,
/// and which of it whoever may change the objective has waived, with a reason. Findings are for
/// those who write; nobody else sees them, and nothing waits for them.
@Component
public class GoalFindings {
  private static final int LONGEST_REASON = 1000;

  private final Objectives objectives;
  private final GoalFindingStore store;
  private final GoalFacts facts;
  private final GoalSettings settings;
  private final Cycles cycles;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  GoalFindings(
      Objectives objectives,
      GoalFindingStore store,
      GoalFacts facts,
      GoalSettings settings,
      Cycles cycles,
      Idempotency idempotency,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.objectives = objectives;
    this.store = store;
    this.facts = facts;
    this.settings = settings;
    this.cycles = cycles;
    this.idempotency = idempotency;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param keyResult the stored one it is about; null for the objective
  /// @param waiver null while it speaks
  public record Found(Said said, @Nullable UUID keyResult, @Nullable FindingWaiver waiver) {}

  /// All of an objective, the gravest first; those waived as well.
  public record Findings(Objective objective, List<Found> all) {
    public List<Found> speaking() {
      return all.stream().filter(each -> each.waiver() == null).toList();
    }

    public List<Found> waived() {
      return all.stream().filter(each -> each.waiver() != null).toList();
    }
  }

  /// Refused to whoever may not change the objective.
  public Outcome<Findings> of(Viewer viewer, UUID id, Words words) {
    return mine(viewer, id).then(objective -> Outcome.done(found(viewer, objective, words)));
  }

  private Findings found(Viewer viewer, Objective objective, Words words) {
    ObjectivePlan plan = objective.plan();
    Cycle cycle = cycles.find(plan.cycle()).orElseThrow();
    LintSettings lint = settings.in(cycle).within(settings.lint());
    GoalFacts.Known known = facts.of(viewer, objective, cycle);
    List<GoalFinding> findings =
        GoalWording.findings(
            plan.title(), plan.keyResults(), cycle, known.objectivesOfOwner(), lint, known::with);
    List<FindingWaiver> waivers = store.waivers(objective.id());
    List<Found> all = new ArrayList<>();
    for (Said said : GoalWording.said(findings, lint, words, known::figure)) {
      UUID keyResult = keyResult(plan, said);
      String title = title(plan, said);
      all.add(
          new Found(
              said,
              keyResult,
              waivers.stream()
                  .filter(each -> each.isOf(said, keyResult, title))
                  .findFirst()
                  .orElse(null)));
    }
    return new Findings(objective, List.copyOf(all));
  }

  private static @Nullable UUID keyResult(ObjectivePlan plan, Said said) {
    return said.keyResult() == 0 ? null : plan.keyResults().get(said.keyResult() - 1).id();
  }

  private static String title(ObjectivePlan plan, Said said) {
    return said.keyResult() == 0
        ? plan.title()
        : plan.keyResults().get(said.keyResult() - 1).title();
  }

  /// Which finding stays, and why.
  ///
  /// @param keyResult missing for one about the objective
  /// @param part of the rule, where it has several
  public record Waiving(
      @Nullable String rule,
      @Nullable String part,
      @Nullable UUID keyResult,
      @Nullable String reason) {}

  /// @return the waiver's id
  public Outcome<UUID> waive(
      Viewer viewer, UUID objective, Waiving input, Words words, @Nullable String key) {
    return mine(viewer, objective)
        .then(found ->
            idempotency.once(
                viewer.person(),
                "objective.finding-waive",
                key,
                List.of(objective, input),
                UUID.class,
                () -> waived(viewer, found, input, words)));
  }

  private Outcome<UUID> waived(Viewer viewer, Objective objective, Waiving input, Words words) {
    String reason = Objects.requireNonNullElse(input.reason(), "").strip();
    List<Reason> wrong = new ArrayList<>();
    if (reason.isEmpty()) {
      wrong.add(Reason.invalid("reason", "goal-findings.reason"));
    } else if (reason.length() > LONGEST_REASON) {
      wrong.add(Reason.invalid("reason", "goal-findings.long-reason", LONGEST_REASON));
    }
    Optional<Found> finding =
        found(viewer, objective, words).all().stream()
            .filter(each -> each.said().rule().equals(input.rule()))
            .filter(
                each -> input.part() == null || input.part().equals(each.said().finding().part()))
            .filter(each -> Objects.equals(each.keyResult(), input.keyResult()))
            .findFirst();
    if (finding.isEmpty()) {
      wrong.add(Reason.invalid("rule", "goal-findings.not-found"));
    }
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong);
    }
    Said said = finding.orElseThrow().said();
    var waiver =
        new FindingWaiver(
            ids.next(),
            input.keyResult(),
            said.rule(),
            said.finding().part(),
            title(objective.plan(), said),
            reason,
            viewer.name(),
            clock.instant());
    if (!store.waive(objective.id(), waiver, viewer.person())) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "goal-findings.waived-already"));
    }
    audit.record(
        viewer.person(),
        "objective.finding-waived",
        GoalRules.RECORD,
        objective.id(),
        viewer.person());
    return Outcome.done(waiver.id());
  }

  /// Shows a finding again.
  public Outcome<UUID> restore(Viewer viewer, UUID objective, UUID waiver, @Nullable String key) {
    return mine(viewer, objective)
        .then(_ ->
            idempotency.once(
                viewer.person(),
                "objective.finding-restore",
                key,
                List.of(objective, waiver),
                UUID.class,
                () -> {
                  if (!store.end(objective, waiver, viewer.person(), clock.instant())) {
                    return Outcome.refused(Reason.notFound());
                  }
                  audit.record(
                      viewer.person(),
                      "objective.finding-restored",
                      GoalRules.RECORD,
                      objective,
                      viewer.person());
                  return Outcome.done(waiver);
                }));
  }

  /// Asked before an act's transaction begins: that somebody was not let in is recorded in one of
  /// its own.
  private Outcome<Objective> mine(Viewer viewer, UUID id) {
    Optional<Objective> objective = objectives.find(viewer, id);
    if (objective.isEmpty()) {
      return Outcome.refused(Reason.notFound());
    }
    return objective.get().mayChange()
        ? Outcome.done(objective.get())
        : Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
  }
}
