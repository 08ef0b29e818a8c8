package io.fairlead.methods.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What "all others" gave together, as an interval: the ends of the published blocks weighted by
/// their n, open to the scale's end where a block's bound is. Rounded outwards, or half up where
/// both ends are one. Made of published values alone: a mean of all answers beside the blocks'
/// would give away the group that is not shown.
public record Others(BigDecimal low, BigDecimal high) {

  /// Of the blocks whose raters are not named; empty where there is none.
  public static Optional<Others> of(List<BlockValue> blocks, Scale scale) {
    List<BlockValue> unnamed = blocks.stream().filter(block -> !block.isNamed()).toList();
    if (unnamed.isEmpty()) {
      return Optional.empty();
    }
    Ratio low = weighted(unnamed, block -> block.low(scale));
    Ratio high = weighted(unnamed, block -> block.high(scale));
    if (low.compareTo(high) == 0) {
      BigDecimal one = low.tenths(RoundingMode.HALF_UP);
      return Optional.of(new Others(one, one));
    }
    return Optional.of(
        new Others(low.tenths(RoundingMode.FLOOR), high.tenths(RoundingMode.CEILING)));
  }

  /// Wider by so much at both ends, rounded outwards, and within the scale: where a round tells how
  /// sure its figures are, the others' is likely to lie here.
  ///
  /// @param by points, as [RoundPrecision#halfWidth] has it
  public Others widened(double by, Scale scale) {
    BigDecimal half = BigDecimal.valueOf(by);
    return new Others(
        low.subtract(half)
            .setScale(1, RoundingMode.FLOOR)
            .max(BigDecimal.valueOf(scale.low()).setScale(1)),
        high.add(half)
            .setScale(1, RoundingMode.CEILING)
            .min(BigDecimal.valueOf(scale.high()).setScale(1)));
  }

  boolean has(BigDecimal value) {
    return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
  }

  private static Ratio weighted(List<BlockValue> blocks, Function<BlockValue, BigDecimal> end) {
    Ratio sum = Ratio.ZERO;
    long weight = 0;
    for (BlockValue block : blocks) {
      sum = sum.plus(Ratio.of(end.apply(block)).times(block.n()));
      weight += block.n();
    }
    return sum.over(weight);
  }
}
