package io.fairlead.app.audit;

import io.fairlead.app.audit.AuditReading.Line;
import io.fairlead.app.platform.words.Words;

/// The acts of the record as people say them.
final class AuditWords {
  private static final String DID = "audit.did.";

  private AuditWords() {}

  /// What was done: "gave a role". An act without words of its own keeps its code, which stands
  /// beside it anyway.
  static String did(Words words, Line line) {
    String act = line.act();
    if (act.endsWith(Audit.READ) || act.endsWith(Audit.READ_DENIED)) {
      return read(words, line);
    }
    String exact = DID + act;
    if (words.has(exact)) {
      return words.text(exact);
    }
    String family = DID + act.replaceFirst("\\.[^.]*$", "");
    return words.has(family) ? words.text(family) : "";
  }

  /// What was read, or asked for in vain: "Read: person".
  static String read(Words words, Line line) {
    String type = "record." + line.recordType();
    String what = words.has(type) ? words.text(type) : line.recordType();
    return words.text(line.act().endsWith(Audit.READ_DENIED) ? "audit.tried" : "audit.read", what);
  }
}
