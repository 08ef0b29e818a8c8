package io.fairlead.app.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What of a measure decides how its series are judged, and who is told.
///
/// @param changes the days from which the usual range is found anew
record Basis(
    String name,
    UUID owner,
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
    if (values.isEmpty()) {
      return Zone.UNKNOWN;
    }
    if (way == Way.BAND && low != null && high != null) {
      double last = values.getLast().value();
      return last >= low.doubleValue() && last <= high.doubleValue() ? Zone.GOOD : Zone.ALARM;
    }
    if (warning == null && alarm == null) {
      return Zone.UNKNOWN;
    }
    boolean alarming = false;
    boolean warned = false;
    double least = values.getFirst().value();
    double greatest = least;
    for (DayValue each : values) {
      least = Math.min(least, each.value());
      greatest = Math.max(greatest, each.value());
      double slack = HYSTERESIS * (greatest - least);
      alarming = beyond(alarm, each.value(), alarming ? slack : 0);
      warned = beyond(warning, each.value(), warned ? slack : 0);
    }
    return alarming ? Zone.ALARM : warned ? Zone.WARNING : Zone.GOOD;
  }

  boolean isBeyondAlarm(double value) {
    if (way == Way.BAND && low != null && high != null) {
      return value < low.doubleValue() || value > high.doubleValue();
    }
    return beyond(alarm, value, 0);
  }

  /// @param slack by how much the value has to be better than the threshold
  private boolean beyond(@Nullable BigDecimal threshold, double value, double slack) {
    if (threshold == null) {
      return false;
    }
    double at = threshold.doubleValue();
    return way == Way.HIGHER ? value < at + slack : value > at - slack;
  }
}
