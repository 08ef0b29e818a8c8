package io.fairlead.methods.raters;

import java.util.Locale;

/// Whether there are figures, and why not, or how far they reach.
public enum RaterStatus {
  OK,
  /// Fewer ratings than the figure takes.
  TOO_FEW,
  /// All ratings are the same, or nothing is left that the model does not explain.
  ZERO_VARIANCE,
  /// Not everyone can be compared with everyone: raters who share no ratee with others cannot be
  /// told from those whom they rate.
  NOT_IDENTIFIED,
  /// The estimates did not settle; they are not to be used.
  NOT_CONVERGED,
  /// All ratings lie at one end of the scale, so that only a bound is known.
  EXTREME_SCORE;

  /// Stable and lower-case: `not-identified`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
