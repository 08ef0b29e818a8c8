package io.fairlead.app.feedback;

import io.fairlead.methods.disclosure.Others;
import java.math.BigDecimal;

/// Where a figure of a report lies on the scale: both ends with one decimal, equal where it is one
/// value.
public record ReportSpan(BigDecimal low, BigDecimal high) {

  static ReportSpan of(Others others) {
    return new ReportSpan(others.low(), others.high());
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
