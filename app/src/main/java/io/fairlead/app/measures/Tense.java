package io.fairlead.app.measures;

import java.util.Arrays;
import java.util.Optional;

/// Whether a measure moves before the result, is the result, or nobody said.
public enum Tense {
  UNSAID(""),
  LEADING("leading"),
  LAGGING("lagging");

  private final String code;

  Tense(String code) {
    this.code = code;
  }

  /// As it is stored, sent and read.
  public String code() {
    return code;
  }

  public static Optional<Tense> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
