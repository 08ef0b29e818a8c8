package io.fairlead.methods.agreement;

import java.util.Locale;

/// Whether there are figures, and why not.
public enum AgreementStatus {
  OK,
  /// Fewer ratings than the figure takes.
  TOO_FEW,
  /// All ratings are the same, so there is nothing to tell apart.
  ZERO_VARIANCE,
  /// What was rated does not differ at all, while the ratings do: the figure has no bound.
  NOT_IDENTIFIED;

  /// Stable and lower-case: `too-few`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
