package io.fairlead.methods.instruments;

import io.fairlead.methods.wording.Severity;
import java.util.Optional;

/// Something unwise in an instrument.
///
/// @param where `communication.point-first, self`; empty for the instrument as a whole
/// @param line in the instrument's file, from 1; 0 where it stands in the bank, or nowhere
/// @param what in a sentence
/// @param accepted why it stays, as the file says
public record InstrumentFinding(
    InstrumentRule rule, String where, int line, String what, Optional<String> accepted) {
  /// Whether it says that something has to be done.
  public boolean fails() {
    return rule.severity() != Severity.REMINDER && accepted.isEmpty();
  }
}
