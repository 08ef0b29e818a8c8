package io.fairlead.app.feedback;

import io.fairlead.methods.disclosure.Others;
import io.fairlead.methods.disclosure.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Where a figure of a report lies on the scale: both ends with one decimal, equal where it is one
/// value.
public record ReportSpan(BigDecimal low, BigDecimal high) {

  static ReportSpan of(Others others) {
    return new ReportSpan(others.low(), others.high());
  }

  /// Wider by so much at both ends, rounded outwards, and within the scale.
  ReportSpan widened(double by, Scale scale) {
    BigDecimal half = BigDecimal.valueOf(by);
    return new ReportSpan(
        low.subtract(half)
            .setScale(1, RoundingMode.FLOOR)
            .max(BigDecimal.valueOf(scale.low()).setScale(1)),
        high.add(half)
            .setScale(1, RoundingMode.CEILING)
            .min(BigDecimal.valueOf(scale.high()).setScale(1)));
  }

  public boolean isOneValue() {
    return low.compareTo(high) == 0;
  }

  boolean has(BigDecimal value) {
    return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
  }

  boolean isAbove(ReportSpan other) {
    return low.compareTo(other.high) > 0;
  }

  boolean isApartFrom(ReportSpan other) {
    return isAbove(other) || other.isAbove(this);
  }
}
