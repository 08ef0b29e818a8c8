package io.fairlead.methods.disclosure.attack;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one person may have given, after all that an attacker knows: possible values with their
/// probabilities, if all were equally likely before.
public record Feasible(TreeMap<Integer, Double> probabilities) {
  private static final double LIKELY = 0.9;
  private static final double ROUNDING = 1e-12;

  /// @param weights of possible values, in any unit; those of 0 are impossible
  static Feasible of(Map<Integer, Double> weights) {
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    TreeMap<Integer, Double> probabilities = new TreeMap<>();
    weights.forEach((value, weight) -> {
      if (weight > 0) {
        probabilities.put(value, weight / sum);
      }
    });
    return new Feasible(probabilities);
  }

  public int width() {
    return probabilities.lastKey() - probabilities.firstKey();
  }

  public double highest() {
    return probabilities.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /// The most neighbouring values that are all possible.
  public int longestRun() {
    int longest = 0;
    int run = 0;
    int before = Integer.MIN_VALUE;
    for (int value : probabilities.keySet()) {
      run = value == before + 1 ? run + 1 : 1;
      longest = Math.max(longest, run);
      before = value;
    }
    return longest;
  }

  /// Of whole ratings.
  ///
  /// @param width w: w + 1 neighbouring points must stay possible
  Optional<Violation> ofRatings(String where, int width) {
    if (probabilities.size() > 1 && longestRun() <= width) {
      return Optional.of(
          new Violation(
              Violation.Kind.NARROW, where, "only " + probabilities.keySet() + " are possible"));
    }
    return likely(where);
  }

  /// Of scores, which are finer than points.
  ///
  /// @param width in the unit of the values
  Optional<Violation> ofScores(String where, int width) {
    if (probabilities.size() > 1 && width() < width) {
      return Optional.of(
          new Violation(
              Violation.Kind.NARROW,
              where,
              "the score lies within %d of %d parts".formatted(width(), width)));
    }
    return likely(where);
  }

  private Optional<Violation> likely(String where) {
    if (probabilities.size() == 1) {
      return Optional.of(
          new Violation(
              Violation.Kind.EXACT, where, "only " + probabilities.firstKey() + " is possible"));
    }
    return highest() > LIKELY + ROUNDING
        ? Optional.of(
            new Violation(
                Violation.Kind.LIKELY,
                where,
                "one value has a probability of %.3f".formatted(highest())))
        : Optional.empty();
  }
}
