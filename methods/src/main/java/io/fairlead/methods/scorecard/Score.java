package io.fairlead.methods.scorecard;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// A weighted mean of what has data, and how much of the weight that is.
///
/// @param value from 0 to [Yardstick#MOST]; empty where nothing has data
/// @param coverage from 0 to 1
public record Score(OptionalDouble value, double coverage) {
  /// Of nothing.
  public static final Score NONE = new Score(OptionalDouble.empty(), 0);

  static Score of(OptionalDouble value) {
    return new Score(value, value.isPresent() ? 1 : 0);
  }

  /// `Σ w·s / Σ w` over the parts with a score; coverage is `Σ w·coverage / Σ w` over all.
  static <T> Score mean(List<T> parts, ToDoubleFunction<T> weight, Function<T, Score> score) {
    double largest = parts.stream().mapToDouble(weight).max().orElse(0);
    if (largest == 0) {
      return NONE;
    }
    double all = 0;
    double scored = 0;
    double sum = 0;
    double covered = 0;
    for (T part : parts) {
      // In relation to the largest, so that the sum of weights stays finite.
      double share = weight.applyAsDouble(part) / largest;
      Score own = score.apply(part);
      all += share;
      covered += share * own.coverage;
      if (own.value.isPresent()) {
        scored += share;
        sum += share * own.value.getAsDouble();
      }
    }
    OptionalDouble value = scored > 0 ? OptionalDouble.of(sum / scored) : OptionalDouble.empty();
    return new Score(value, covered / all);
  }
}
