package io.fairlead.methods.disclosure.attack;

import io.fairlead.methods.disclosure.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/// What one published figure says: the ratings of some people add up to something between two
/// bounds.
public record SumBetween(Set<String> members, int low, int high) {
  public SumBetween {
    members = Set.copyOf(members);
  }

  /// A mean that was rounded half up.
  public static SumBetween ofMean(Set<String> members, BigDecimal mean, Scale scale) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    BigDecimal count = BigDecimal.valueOf(members.size());
    for (int sum = scale.low() * members.size(); sum <= scale.high() * members.size(); sum++) {
      BigDecimal rounded =
          BigDecimal.valueOf(sum).divide(count, mean.scale(), RoundingMode.HALF_UP);
      if (rounded.compareTo(mean) == 0) {
        low = Math.min(low, sum);
        high = Math.max(high, sum);
      }
    }
    return new SumBetween(members, low, high);
  }

  /// A mean between two bounds, both included.
  public static SumBetween ofBand(Set<String> members, BigDecimal low, BigDecimal high) {
    BigDecimal count = BigDecimal.valueOf(members.size());
    return new SumBetween(
        members,
        low.multiply(count).setScale(0, RoundingMode.CEILING).intValueExact(),
        high.multiply(count).setScale(0, RoundingMode.FLOOR).intValueExact());
  }
}
