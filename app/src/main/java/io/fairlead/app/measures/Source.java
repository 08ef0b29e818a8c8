package io.fairlead.app.measures;

import java.util.Arrays;
import java.util.Optional;

/// Where the values of a measure come from.
public enum Source {
  MANUAL("manual"),
  FILE("file"),
  PUSH("push"),
  COMPUTED("computed"),
  RUBRIC("rubric");

  private final String code;

  Source(String code) {
    this.code = code;
  }

  /// As it is stored, sent and read.
  public String code() {
    return code;
  }

  public static Optional<Source> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
