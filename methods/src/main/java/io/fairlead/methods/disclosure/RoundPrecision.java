package io.fairlead.methods.disclosure;

import java.util.Optional;
import java.util.OptionalDouble;

/// How sure a report is, told from the whole round and never from one block: a standard deviation
/// and an ICC(1) for a competency, of at least 30 subjects and 30 raters, rounded to one decimal as
/// they are published. An interval from a block's own deviation would give away its answers.
///
/// @param deviation σ of single ratings about their subject, in points
/// @param reliability ICC(1): of one rater
public record RoundPrecision(double deviation, double reliability) {
  public static final int LEAST = 30;
  private static final double Z = 1.959963984540054;
  private static final int PARTS = 10;

  /// Empty where the round is too small, or its figures are none.
  ///
  /// @param subjects with answers to the competency
  /// @param raters who gave them
  public static Optional<RoundPrecision> of(
      int subjects, int raters, OptionalDouble deviation, OptionalDouble reliability) {
    if (subjects < LEAST || raters < LEAST || deviation.isEmpty() || reliability.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RoundPrecision(
            rounded(deviation.getAsDouble()), rounded(Math.max(0, reliability.getAsDouble()))));
  }

  private static double rounded(double figure) {
    return Math.rint(figure * PARTS) / PARTS;
  }

  /// Half the width of the 95 % interval of a block's mean, ± z σ / √n, in points: the same for
  /// every block of that size.
  public double halfWidth(int n) {
    return Z * deviation / Math.sqrt(n);
  }

  /// How reliable the mean of n raters is, k R / (1 + (k − 1) R) after Spearman and Brown: .3 for
  /// one is .56 for three, .72 for six, .81 for ten.
  public double reliability(int n) {
    return n * reliability / (1 + (n - 1) * reliability);
  }
}
