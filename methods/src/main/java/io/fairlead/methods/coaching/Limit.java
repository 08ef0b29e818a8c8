package io.fairlead.methods.coaching;

import io.fairlead.methods.disclosure.Scale;
import java.math.BigDecimal;

/// What a whole range has to reach or to stay below; a range that lies on both sides of it does
/// not. Values are written for five points, from 1 to 5, and stretched to other scales: 4 on five
/// points is 5.5 on seven, and a distance of 1 is 1.5.
///
/// @param isLeast whether it is a least, or else a most
record Limit(boolean isLeast, BigDecimal value) {
  private static final BigDecimal SPAN = BigDecimal.valueOf(4);

  /// Whether all of a range of levels keeps it.
  boolean holdsForLevel(Range range, Scale scale) {
    BigDecimal end = end(range).subtract(BigDecimal.valueOf(scale.low()));
    return isKept(end.multiply(SPAN), value.subtract(BigDecimal.ONE), scale);
  }

  /// Whether all of a range of distances between levels keeps it.
  boolean holdsForDistance(Range range, Scale scale) {
    return isKept(end(range).multiply(SPAN), value, scale);
  }

  /// Whether a count keeps it, whatever the scale.
  boolean holdsForCount(BigDecimal count) {
    return isKept(count.compareTo(value));
  }

  private BigDecimal end(Range range) {
    return isLeast ? range.low() : range.high();
  }

  private boolean isKept(BigDecimal times4, BigDecimal limit, Scale scale) {
    return isKept(times4.compareTo(limit.multiply(BigDecimal.valueOf(scale.span()))));
  }

  private boolean isKept(int comparison) {
    return isLeast ? comparison >= 0 : comparison <= 0;
  }
}
