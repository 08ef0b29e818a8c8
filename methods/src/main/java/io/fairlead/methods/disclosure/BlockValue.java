package io.fairlead.methods.disclosure;

import java.math.BigDecimal;
import java.util.List;

/// What is published of one block: nothing else about it ever is.
///
/// @param groups whose raters are in it
/// @param n raters in it, whether or not each answered this; 1 where they are named
/// @param mean one decimal
public record BlockValue(List<String> groups, int n, Bound bound, BigDecimal mean) {

  /// @throws IllegalArgumentException unless a group is named, n is at least 1 and the mean has one
  ///   decimal
  public BlockValue {
    groups = List.copyOf(groups);
    if (groups.isEmpty() || n < 1 || mean.scale() != 1) {
      throw new IllegalArgumentException("a block has groups, raters and a mean of one decimal");
    }
  }

  /// Whether it is of the reviewee or a manager.
  public boolean isNamed() {
    return ReleasePolicy.isNamed(groups.getFirst());
  }

  /// The least that the mean can be.
  public BigDecimal low(Scale scale) {
    return bound == Bound.AT_MOST ? BigDecimal.valueOf(scale.low()) : mean;
  }

  /// The most that the mean can be.
  public BigDecimal high(Scale scale) {
    return bound == Bound.AT_LEAST ? BigDecimal.valueOf(scale.high()) : mean;
  }
}
