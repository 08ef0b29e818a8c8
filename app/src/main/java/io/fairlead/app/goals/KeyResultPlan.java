package io.fairlead.app.goals;

import io.fairlead.methods.goals.KeyResult;
import io.fairlead.methods.goals.RelativeTarget;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a key result promises, as written. It may be half written while its objective is a draft.
///
/// @param id null until it is stored
/// @param baselineDue the day by which a baseline not known yet will be measured
/// @param target for a target said as a change, what it comes to, once the baseline is known
/// @param change by how much, for a target said as a change
/// @param settledLater whether the result arrives after the cycle, on `due`
/// @param guardrail what must not get worse meanwhile, in words
public record KeyResultPlan(
    @Nullable UUID id,
    String title,
    KeyResultKind kind,
    @Nullable BigDecimal baseline,
    @Nullable LocalDate baselineDue,
    TargetMode targetMode,
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
    List<Milestone> milestones) {

  /// A step of a milestones key result.
  ///
  /// @param id null until it is stored
  public record Milestone(@Nullable UUID id, String name, BigDecimal weight) {}

  public KeyResultPlan {
    milestones = List.copyOf(milestones);
    if (kind.isWay() && targetMode != TargetMode.ABSOLUTE) {
      target =
          relative(kind, targetMode, baseline, change) instanceof RelativeTarget.Reached(double to)
              ? rounded(to)
              : null;
    }
  }

  /// What its relative target comes to; null for an absolute one, or while baseline or change are
  /// missing.
  public @Nullable RelativeTarget relativeTarget() {
    return relative(kind, targetMode, baseline, change);
  }

  private static @Nullable RelativeTarget relative(
      KeyResultKind kind,
      TargetMode mode,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal change) {
    if (baseline == null || change == null || !kind.isWay()) {
      return null;
    }
    boolean up = kind == KeyResultKind.INCREASE;
    return switch (mode) {
      case ABSOLUTE -> null;
      case PERCENT_OF_BASELINE ->
          RelativeTarget.byPercent(baseline.doubleValue(), change.doubleValue(), up);
      case POINTS -> RelativeTarget.byPoints(baseline.doubleValue(), change.doubleValue(), up);
    };
  }

  /// Twelve significant digits, so that 6.4 less 15 % is 5.44 and not 5.4399999999999995.
  private static BigDecimal rounded(double figure) {
    BigDecimal exact = new BigDecimal(figure).round(new MathContext(12)).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  /// As `methods` score it.
  public KeyResult measured() {
    return switch (kind) {
      case INCREASE -> new KeyResult.Increase(asDouble(baseline), asDouble(target));
      case DECREASE -> new KeyResult.Decrease(asDouble(baseline), asDouble(target));
      case BAND -> new KeyResult.Band(asDouble(low), asDouble(high), asDouble(tolerance));
      case MILESTONES -> new KeyResult.Milestones(milestoneWeights());
      case YES_NO -> new KeyResult.YesNo();
    };
  }

  /// By the milestone's name, which is unique in a key result.
  private Map<String, Double> milestoneWeights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    milestones.forEach(
        milestone -> weights.put(milestone.name(), milestone.weight().doubleValue()));
    return weights;
  }

  private static @Nullable Double asDouble(@Nullable BigDecimal figure) {
    return figure == null ? null : figure.doubleValue();
  }

  /// As it is stored: whatever has no id yet gets one.
  KeyResultPlan withIds(Supplier<UUID> next) {
    return with(
        id == null ? next.get() : id,
        owner,
        milestones.stream()
            .map(step ->
                new Milestone(
                    step.id() == null ? next.get() : step.id(), step.name(), step.weight()))
            .toList());
  }

  KeyResultPlan ownedBy(@Nullable UUID person) {
    return with(id, person, milestones);
  }

  private KeyResultPlan with(@Nullable UUID newId, @Nullable UUID newOwner, List<Milestone> steps) {
    return new KeyResultPlan(
        newId,
        title,
        kind,
        baseline,
        baselineDue,
        targetMode,
        target,
        change,
        low,
        high,
        tolerance,
        unit,
        weight,
        newOwner,
        due,
        settledLater,
        guardrail,
        steps);
  }

  /// The same words for another objective.
  KeyResultPlan withoutIds() {
    return with(
        null,
        owner,
        milestones.stream().map(step -> new Milestone(null, step.name(), step.weight())).toList());
  }
}
