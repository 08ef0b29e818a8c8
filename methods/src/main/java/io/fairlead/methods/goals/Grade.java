package io.fairlead.methods.goals;

import java.util.Locale;

/// The word for a final score.
public enum Grade {
  /// Aspirational, at or above the upper border.
  GREEN,
  /// Aspirational, between the borders.
  YELLOW,
  /// Aspirational, below the lower border.
  RED,
  /// Committed, and kept.
  KEPT,
  /// Committed, and not kept: the owner says why.
  NEEDS_EXPLANATION,
  ANSWERED,
  PARTLY_ANSWERED,
  NOT_ANSWERED;

  /// Stable and lower-case: `needs-explanation`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
