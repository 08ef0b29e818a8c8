package io.fairlead.methods.coaching;

import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Others;
import io.fairlead.methods.disclosure.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.function.Function;

/// From the least to the most that published figures leave open, in points with one decimal.
public record Range(BigDecimal low, BigDecimal high) {

  /// @throws IllegalArgumentException where the least is more than the most
  /// @throws ArithmeticException for more than one decimal
  public Range {
    low = low.setScale(1, RoundingMode.UNNECESSARY);
    high = high.setScale(1, RoundingMode.UNNECESSARY);
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException("a range goes from the least to the most");
    }
  }

  static Range of(BlockValue block, Scale scale) {
    return new Range(block.low(scale), block.high(scale));
  }

  static Range of(Others others) {
    return new Range(others.low(), others.high());
  }

  /// The least that holds all of them, at least one.
  static Range around(Collection<Range> ranges) {
    return new Range(least(ranges, Range::low), most(ranges, Range::high));
  }

  /// Mean of the lows and of the highs of at least one; rounded outwards, or half up where both are
  /// the same.
  static Range mean(Collection<Range> ranges) {
    BigDecimal low = sum(ranges, Range::low);
    BigDecimal high = sum(ranges, Range::high);
    BigDecimal count = BigDecimal.valueOf(ranges.size());
    if (low.compareTo(high) == 0) {
      BigDecimal one = low.divide(count, 1, RoundingMode.HALF_UP);
      return new Range(one, one);
    }
    return new Range(
        low.divide(count, 1, RoundingMode.FLOOR), high.divide(count, 1, RoundingMode.CEILING));
  }

  static BigDecimal least(Collection<Range> ranges, Function<Range, BigDecimal> end) {
    return ranges.stream().map(end).min(BigDecimal::compareTo).orElseThrow();
  }

  static BigDecimal most(Collection<Range> ranges, Function<Range, BigDecimal> end) {
    return ranges.stream().map(end).max(BigDecimal::compareTo).orElseThrow();
  }

  private static BigDecimal sum(Collection<Range> ranges, Function<Range, BigDecimal> end) {
    return ranges.stream().map(end).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// How far this lies above the other.
  Range minus(Range other) {
    return new Range(low.subtract(other.high), high.subtract(other.low));
  }

  /// `4.3`, or `3.9 to 4.6`.
  public String text() {
    return low.compareTo(high) == 0
        ? low.toPlainString()
        : low.toPlainString() + " to " + high.toPlainString();
  }
}
