package io.fairlead.methods.goals;

import java.util.Locale;

/// How a key result stands, derived from its figures. An owner may say otherwise, with a reason;
/// that is the product's business.
public enum Status {
  ON_TRACK,
  AT_RISK,
  OFF_TRACK,
  /// The target is reached, every milestone done, the answer yes.
  DONE,
  /// There is a figure, but it is too old to say anything.
  STALE,
  /// There is no figure, or nothing to judge it by.
  NO_DATA;

  /// Stable and lower-case: `on-track`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
