package io.fairlead.app.goals;

import io.fairlead.methods.goals.KeyResult;
import io.fairlead.methods.goals.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a key result asks for, as stored; what its score is follows in `methods`.
public record KeyResultDefinition(
    UUID id,
    UUID objective,
    String title,
    KeyResultKind kind,
    @Nullable BigDecimal baseline,
    @Nullable BigDecimal target,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    @Nullable BigDecimal tolerance,
    String unit,
    BigDecimal weight,
    @Nullable LocalDate due,
    List<Milestone> milestones) {

  public KeyResultDefinition {
    milestones = List.copyOf(milestones);
  }

  /// A step of a milestones key result.
  public record Milestone(UUID id, String name, BigDecimal weight) {}

  /// The same for `methods`. Milestones go by their ids there, so that two may share a name.
  public KeyResult method() {
    return switch (kind) {
      case INCREASE -> new KeyResult.Increase(figure(baseline), figure(target));
      case DECREASE -> new KeyResult.Decrease(figure(baseline), figure(target));
      case BAND -> new KeyResult.Band(figure(low), figure(high), figure(tolerance));
      case MILESTONES -> {
        Map<String, Double> weights = new LinkedHashMap<>();
        milestones.forEach(step -> weights.put(step.id().toString(), step.weight().doubleValue()));
        yield new KeyResult.Milestones(weights);
      }
      case YES_NO -> new KeyResult.YesNo();
    };
  }

  /// What a check-in says to `methods`. Milestones that no longer exist are left out.
  public Reading reading(@Nullable BigDecimal value, Set<UUID> done) {
    if (kind == KeyResultKind.MILESTONES) {
      return new Reading.Done(
          milestones.stream()
              .map(Milestone::id)
              .filter(done::contains)
              .map(UUID::toString)
              .collect(Collectors.toSet()));
    }
    if (value == null) {
      return Reading.nothing();
    }
    return kind == KeyResultKind.YES_NO
        ? Reading.answer(value.signum() != 0)
        : Reading.of(value.doubleValue());
  }

  /// Whether its way from baseline to target can be drawn as a course.
  public boolean hasCourse() {
    return kind == KeyResultKind.MILESTONES
        || ((kind == KeyResultKind.INCREASE || kind == KeyResultKind.DECREASE)
            && baseline != null
            && target != null
            && baseline.compareTo(target) != 0);
  }

  /// The figure, in its own unit, at a share of the way; only where there is a course with a scale.
  public double atProgress(double progress) {
    if (baseline == null || target == null) {
      throw new IllegalStateException("no scale");
    }
    return baseline.doubleValue() + progress * (target.doubleValue() - baseline.doubleValue());
  }

  private static @Nullable Double figure(@Nullable BigDecimal number) {
    return number == null ? null : number.doubleValue();
  }
}
