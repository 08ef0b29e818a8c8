package io.fairlead.methods.framework;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something a document says that is likely to work badly: what, why, and what would work better.
///
/// @param line from 1; where the path stands, or the nearest section around it
/// @param waiver the reason given for accepting it, null if it is not waived
public record Finding(
    String rule,
    Severity severity,
    String path,
    int line,
    int column,
    String what,
    String why,
    String better,
    @Nullable String waiver) {

  /// Errors contradict themselves, warnings are known to go wrong, advice could be better.
  public enum Severity {
    ERROR,
    WARNING,
    ADVICE
  }

  public Optional<String> waivedBecause() {
    return Optional.ofNullable(waiver);
  }

  /// Whether it should stop an unattended check: an error or warning that nobody waived.
  public boolean fails() {
    return waiver == null && severity != Severity.ADVICE;
  }
}
