package io.fairlead.methods.disclosure;

import java.math.BigDecimal;

/// How far the reviewee's own figure lies above that of the others: an interval, since theirs is
/// one.
public record Gap(BigDecimal low, BigDecimal high) {
  private static final BigDecimal TELLING = new BigDecimal("0.5");

  static Gap of(BigDecimal self, Others others) {
    return new Gap(self.subtract(others.high()), self.subtract(others.low()));
  }

  /// What the whole interval says.
  public enum Reading {
    /// The reviewee's own is higher by half a point or more, wherever the others lie.
    BLIND_SPOT,
    /// It is lower by half a point or more.
    HIDDEN_STRENGTH,
    /// Neither is certain.
    NONE
  }

  public Reading reading() {
    if (low.compareTo(TELLING) >= 0) {
      return Reading.BLIND_SPOT;
    }
    return high.compareTo(TELLING.negate()) <= 0 ? Reading.HIDDEN_STRENGTH : Reading.NONE;
  }
}
