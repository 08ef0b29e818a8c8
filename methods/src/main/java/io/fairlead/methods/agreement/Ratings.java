package io.fairlead.methods.agreement;

import java.util.Arrays;
import java.util.List;

/// Sums over ratings.
final class Ratings {
  /// What rounding leaves of a sum of squares that is nothing.
  static final double HAIR = 1e-13;

  private Ratings() {}

  static double mean(double[] ratings) {
    return Arrays.stream(ratings).average().orElse(0);
  }

  static double squaresAround(double centre, double[] ratings) {
    return Arrays.stream(ratings).map(rating -> (rating - centre) * (rating - centre)).sum();
  }

  static void requireFinite(List<double[]> rated) {
    if (!rated.stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("ratings are finite");
    }
  }
}
