package io.fairlead.methods.goals;

import io.fairlead.methods.goals.Attainment.Scored;
import java.util.List;
import java.util.OptionalDouble;

/// An objective's score: the weighted mean of its scored key results, `Σ w·s / Σ w`.
public sealed interface ObjectiveScore {

  /// @param value between 0 and 1
  /// @param coverage the share of the weight that has a score; below 1 some key results have none,
  ///   and the mean is that of the others
  /// @param scoredWeight the weight that has a score; what the objective brings into a roll-up
  /// @param counted how many key results have a score
  /// @param total how many there are
  record Mean(double value, double coverage, double scoredWeight, int counted, int total)
      implements ObjectiveScore {}

  /// There is no score, for this reason.
  record Unscored(Why why, int total) implements ObjectiveScore {}

  /// Why an objective has no score.
  enum Why {
    NO_KEY_RESULTS,
    NOTHING_SCORED,
    /// A weight is zero, negative or not a number.
    WEIGHT_NOT_POSITIVE
  }

  /// A key result as it counts in its objective.
  record Part(Attainment attainment, double weight) {}

  static ObjectiveScore of(List<Part> parts) {
    if (parts.isEmpty()) {
      return new Unscored(Why.NO_KEY_RESULTS, 0);
    }
    if (!parts.stream().allMatch(part -> part.weight > 0 && Double.isFinite(part.weight))) {
      return new Unscored(Why.WEIGHT_NOT_POSITIVE, parts.size());
    }
    double all = 0;
    double scored = 0;
    double sum = 0;
    int counted = 0;
    for (Part part : parts) {
      all += part.weight;
      if (part.attainment instanceof Scored attained) {
        scored += part.weight;
        sum += part.weight * attained.value();
        counted++;
      }
    }
    if (counted == 0) {
      return new Unscored(Why.NOTHING_SCORED, parts.size());
    }
    return new Mean(
        Math.clamp(sum / scored, 0.0, 1.0), scored / all, scored, counted, parts.size());
  }

  /// The score between 0 and 1, if there is one.
  default OptionalDouble score() {
    return switch (this) {
      case Mean mean -> OptionalDouble.of(mean.value);
      case Unscored _ -> OptionalDouble.empty();
    };
  }
}
