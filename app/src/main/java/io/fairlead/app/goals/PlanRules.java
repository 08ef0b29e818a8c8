package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.platform.Reason;
import io.fairlead.methods.framework.GoalRules;
import io.fairlead.methods.goals.Flaw;
import io.fairlead.methods.goals.ObjectiveKind;
import io.fairlead.methods.goals.RelativeTarget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// What a plan must be: little to be kept as a draft, all of it to be published.
final class PlanRules {
  private final ObjectivePlan plan;
  private final GoalRules framework;
  private final List<Reason> reasons = new ArrayList<>();

  private PlanRules(ObjectivePlan plan, GoalRules framework) {
    this.plan = plan;
    this.framework = framework;
  }

  /// Why it cannot even be kept.
  static List<Reason> againstKeeping(ObjectivePlan plan, GoalRules framework) {
    PlanRules rules = new PlanRules(plan, framework);
    rules.keeping();
    return rules.reasons;
  }

  /// Why it cannot be published.
  static List<Reason> againstPublishing(ObjectivePlan plan, GoalRules framework, Cycle cycle) {
    PlanRules rules = new PlanRules(plan, framework);
    rules.keeping();
    rules.publishing(cycle);
    return rules.reasons;
  }

  private void keeping() {
    theKindIsInUse();
    peopleMayOwnObjectives();
    weightsAreInUse();
    IntStream.range(0, plan.keyResults().size())
        .forEach(i -> {
          KeyResultPlan one = plan.keyResults().get(i);
          String at = "keyResults[" + i + "].";
          itsKindIsInUse(at, one);
          itsBandIsUpright(at, one);
          itsChangeIsAboveZero(at, one);
          itsMilestonesDiffer(at, one);
        });
  }

  private void publishing(Cycle cycle) {
    thereAreEnoughKeyResults();
    thereAreNotTooManyKeyResults();
    aLearningObjectiveAsks();
    IntStream.range(0, plan.keyResults().size())
        .forEach(i -> {
          KeyResultPlan one = plan.keyResults().get(i);
          String at = "keyResults[" + i + "].";
          itsChangeLeadsSomewhere(at, one);
          itHasNoFlaw(at, one);
          itIsDueInTheCycle(at, one, cycle);
          itsBaselineIsMeasuredInTime(at, one, cycle);
        });
  }

  private void theKindIsInUse() {
    if (framework.objectiveKinds().stream()
        .noneMatch(kind -> kind.name().equals(plan.kind().name()))) {
      reasons.add(Reason.invalid("kind", "goals.kind-not-in-use"));
    }
  }

  private void peopleMayOwnObjectives() {
    if (plan.owner().kind() == Owner.Kind.PERSON && !framework.individualGoals()) {
      reasons.add(Reason.invalid("owner", "goals.no-individual-goals"));
    }
  }

  private void weightsAreInUse() {
    if (!framework.weights()
        && plan.keyResults().stream()
            .anyMatch(one -> one.weight().compareTo(BigDecimal.ONE) != 0)) {
      reasons.add(Reason.invalid("keyResults", "goals.no-weights"));
    }
  }

  private void itsKindIsInUse(String at, KeyResultPlan one) {
    if (framework.keyResultKinds().stream()
        .noneMatch(kind -> kind.name().equals(one.kind().name()))) {
      reasons.add(Reason.invalid(at + "kind", "goals.kind-not-in-use"));
    }
  }

  private void itsBandIsUpright(String at, KeyResultPlan one) {
    BigDecimal low = one.low();
    BigDecimal high = one.high();
    if (one.kind() == KeyResultKind.BAND
        && low != null
        && high != null
        && low.compareTo(high) > 0) {
      reasons.add(Reason.invalid(at + "low", "goals.band-upside-down"));
    }
    BigDecimal tolerance = one.tolerance();
    if (tolerance != null && tolerance.signum() < 0) {
      reasons.add(Reason.invalid(at + "tolerance", "goals.tolerance-negative"));
    }
  }

  private void itsChangeIsAboveZero(String at, KeyResultPlan one) {
    BigDecimal change = one.change();
    if (one.targetMode() != TargetMode.ABSOLUTE && change != null && change.signum() <= 0) {
      reasons.add(Reason.invalid(at + "change", "goals.change-not-above-zero"));
    }
  }

  private void itsMilestonesDiffer(String at, KeyResultPlan one) {
    Set<String> names = new HashSet<>();
    for (KeyResultPlan.Milestone milestone : one.milestones()) {
      if (!names.add(milestone.name().toLowerCase(Locale.ROOT))) {
        reasons.add(Reason.invalid(at + "milestones", "goals.milestone-twice", milestone.name()));
      }
    }
  }

  private void thereAreEnoughKeyResults() {
    int least = plan.kind() == ObjectiveKind.LEARNING ? 0 : framework.limits().keyResultsAtLeast();
    if (plan.keyResults().size() < least) {
      reasons.add(Reason.invalid("keyResults", "goals.too-few-key-results", least));
    }
  }

  private void thereAreNotTooManyKeyResults() {
    int most = framework.limits().keyResultsAtMost();
    if (plan.keyResults().size() > most) {
      reasons.add(Reason.invalid("keyResults", "goals.too-many-key-results", most));
    }
  }

  private void aLearningObjectiveAsks() {
    if (plan.kind() == ObjectiveKind.LEARNING && plan.question().isEmpty()) {
      reasons.add(Reason.invalid("question", "goals.question-missing"));
    }
  }

  private void itsChangeLeadsSomewhere(String at, KeyResultPlan one) {
    RelativeTarget target = one.relativeTarget();
    if (target == null) {
      if (one.kind().isWay() && one.targetMode() != TargetMode.ABSOLUTE && one.change() == null) {
        reasons.add(Reason.invalid(at + "change", "goals.flaw.target-unknown"));
      }
      return;
    }
    switch (target) {
      case RelativeTarget.Reached _ -> {}
      case RelativeTarget.BelowZero _ ->
          reasons.add(Reason.invalid(at + "change", "goals.below-zero"));
      case RelativeTarget.NowhereFromZero _ ->
          reasons.add(Reason.invalid(at + "change", "goals.nowhere-from-zero"));
      case RelativeTarget.NotFinite _ ->
          reasons.add(Reason.invalid(at + "change", "goals.flaw.not-finite"));
    }
  }

  private void itHasNoFlaw(String at, KeyResultPlan one) {
    one.measured().flaws().stream()
        .filter(flaw -> !isExpected(flaw, one))
        .forEach(
            flaw -> reasons.add(Reason.invalid(at + fieldOf(flaw), "goals.flaw." + flaw.code())));
  }

  /// A baseline may still be measured; a relative target waits for it, and says itself what else is
  /// wrong with it.
  private static boolean isExpected(Flaw flaw, KeyResultPlan one) {
    return switch (flaw) {
      case BASELINE_UNKNOWN -> one.baselineDue() != null;
      case TARGET_UNKNOWN -> one.targetMode() != TargetMode.ABSOLUTE;
      case TARGET_EQUALS_BASELINE,
          WRONG_DIRECTION,
          BAND_INCOMPLETE,
          BAND_UPSIDE_DOWN,
          TOLERANCE_NEGATIVE,
          NO_MILESTONES,
          MILESTONE_WEIGHT,
          MILESTONE_UNKNOWN,
          NOT_FINITE,
          READING_OF_ANOTHER_KIND ->
          false;
    };
  }

  private static String fieldOf(Flaw flaw) {
    return switch (flaw) {
      case BASELINE_UNKNOWN -> "baseline";
      case TARGET_UNKNOWN, TARGET_EQUALS_BASELINE, WRONG_DIRECTION, NOT_FINITE -> "target";
      case BAND_INCOMPLETE, BAND_UPSIDE_DOWN -> "low";
      case TOLERANCE_NEGATIVE -> "tolerance";
      case NO_MILESTONES, MILESTONE_WEIGHT, MILESTONE_UNKNOWN, READING_OF_ANOTHER_KIND ->
          "milestones";
    };
  }

  private void itIsDueInTheCycle(String at, KeyResultPlan one, Cycle cycle) {
    if (one.due() == null) {
      if (one.settledLater()) {
        reasons.add(Reason.invalid(at + "due", "required"));
      }
      return;
    }
    if (one.due().isBefore(cycle.starts())) {
      reasons.add(Reason.invalid(at + "due", "goals.due-before-cycle"));
    }
    if (one.due().isAfter(cycle.ends()) && !one.settledLater()) {
      reasons.add(Reason.invalid(at + "due", "goals.due-after-cycle"));
    }
    if (!one.due().isAfter(cycle.ends()) && one.settledLater()) {
      reasons.add(Reason.invalid(at + "due", "goals.settled-in-cycle"));
    }
  }

  private void itsBaselineIsMeasuredInTime(String at, KeyResultPlan one, Cycle cycle) {
    if (one.kind().isWay()
        && one.baseline() == null
        && one.baselineDue() != null
        && one.baselineDue().isAfter(cycle.ends())) {
      reasons.add(Reason.invalid(at + "baselineDue", "goals.baseline-after-cycle"));
    }
  }
}
