package io.fairlead.app.goals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An objective as the API gives it. What it takes has the same names.
record ObjectiveDocument(
    UUID id,
    long version,
    String state,
    UUID cycle,
    String title,
    String why,
    String kind,
    String question,
    String ownerKind,
    @Nullable UUID owner,
    UUID accountable,
    @Nullable UUID delegate,
    String visibility,
    List<UUID> readers,
    String standsAloneBecause,
    @Nullable UUID carriedFrom,
    Instant createdAt,
    List<KeyResultDocument> keyResults,
    List<ObjectivePlan.Watched> watched) {

  record KeyResultDocument(
      @Nullable UUID id,
      String title,
      String kind,
      @Nullable BigDecimal baseline,
      @Nullable LocalDate baselineDue,
      String targetMode,
      @Nullable BigDecimal target,
      @Nullable BigDecimal change,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable BigDecimal tolerance,
      String unit,
      BigDecimal weight,
      @Nullable UUID owner,
      @Nullable LocalDate due,
      boolean settledLater,
      String guardrail,
      List<KeyResultPlan.Milestone> milestones) {}

  static ObjectiveDocument of(Objective objective) {
    ObjectivePlan plan = objective.plan();
    return new ObjectiveDocument(
        objective.id(),
        objective.version(),
        objective.state().code(),
        plan.cycle(),
        plan.title(),
        plan.why(),
        plan.kind().code(),
        plan.question(),
        plan.owner().kind().code(),
        plan.owner().id(),
        plan.accountable(),
        plan.delegate(),
        plan.visibility().code(),
        plan.readers().stream().sorted().toList(),
        plan.standsAloneBecause(),
        objective.carriedFrom(),
        objective.createdAt(),
        plan.keyResults().stream().map(ObjectiveDocument::keyResult).toList(),
        plan.watched());
  }

  private static KeyResultDocument keyResult(KeyResultPlan one) {
    return new KeyResultDocument(
        one.id(),
        one.title(),
        one.kind().code(),
        one.baseline(),
        one.baselineDue(),
        one.targetMode().code(),
        one.target(),
        one.change(),
        one.low(),
        one.high(),
        one.tolerance(),
        one.unit(),
        one.weight(),
        one.owner(),
        one.due(),
        one.settledLater(),
        one.guardrail(),
        one.milestones());
  }
}
