package io.fairlead.app.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What of a measure decides how its series are judged.
///
/// @param changes the days from which the usual range is found anew
record Basis(
    Way way,
    Frequency frequency,
    int baseline,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    @Nullable BigDecimal warning,
    @Nullable BigDecimal alarm,
    boolean retired,
    List<LocalDate> changes) {

  /// A zone is left only when the value is better than its threshold by this share of the distance
  /// between the least and the greatest value so far, so that one that hovers there does not ring
  /// at every step.
  private static final double HYSTERESIS = 0.02;

  Basis {
    changes = List.copyOf(changes);
  }

  /// Whether a distance above the centre is the wrong way; null where neither is.
  @Nullable Boolean isWorse(double above) {
    return switch (way) {
      case HIGHER -> above < 0;
      case LOWER -> above > 0;
      case TARGET, BAND -> null;
    };
  }

  /// Where the latest value stands, after all before it.
  Zone zone(List<DayValue> values) {
    if (values.isEmpty() || (!isBand() && warning == null && alarm == null)) {
      return Zone.UNKNOWN;
    }
    if (alarming(values).isPresent()) {
      return Zone.ALARM;
    }
    return !isBand() && since(values, warning).isPresent() ? Zone.WARNING : Zone.GOOD;
  }

  /// The value from which on it stands beyond its alarm; empty where it does not now.
  Optional<DayValue> alarming(List<DayValue> values) {
    return since(values, alarm);
  }

  /// @param threshold of which a band takes no notice: it has its two ends
  private Optional<DayValue> since(List<DayValue> values, @Nullable BigDecimal threshold) {
    DayValue since = null;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (DayValue each : values) {
      least = Math.min(least, each.value());
      greatest = Math.max(greatest, each.value());
      double slack = since == null ? 0 : HYSTERESIS * (greatest - least);
      boolean beyond =
          isBand() ? isOutsideBand(each.value()) : isBeyond(threshold, each.value(), slack);
      since = !beyond ? null : since == null ? each : since;
    }
    return Optional.ofNullable(since);
  }

  boolean isBeyondAlarm(double value) {
    return isBand() ? isOutsideBand(value) : isBeyond(alarm, value, 0);
  }

  private boolean isBand() {
    return way == Way.BAND && low != null && high != null;
  }

  private boolean isOutsideBand(double value) {
    return (low != null && value < low.doubleValue())
        || (high != null && value > high.doubleValue());
  }

  /// @param slack by how much the value has to be better than the threshold
  private boolean isBeyond(@Nullable BigDecimal threshold, double value, double slack) {
    if (threshold == null) {
      return false;
    }
    double at = threshold.doubleValue();
    return way == Way.HIGHER ? value < at + slack : value > at - slack;
  }
}
