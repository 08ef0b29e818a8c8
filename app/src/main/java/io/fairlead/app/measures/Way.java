package io.fairlead.app.measures;

import java.util.Arrays;
import java.util.Optional;

/// Which way of a measure is the better one.
public enum Way {
  HIGHER("higher"),
  LOWER("lower"),
  TARGET("target"),
  BAND("band");

  private final String code;

  Way(String code) {
    this.code = code;
  }

  /// As it is stored, sent and read.
  public String code() {
    return code;
  }

  public static Optional<Way> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
