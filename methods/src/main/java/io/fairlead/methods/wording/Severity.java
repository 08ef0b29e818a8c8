package io.fairlead.methods.wording;

import java.util.Locale;

/// How much a finding matters. None stands in the way of a draft.
public enum Severity {
  /// It cannot work as it stands.
  ERROR,
  /// It is known to go wrong.
  WARNING,
  /// Something still to come, or worth a second look.
  REMINDER;

  /// As files and answers write it: `warning`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
