package io.fairlead.app.measures;

import java.util.Arrays;
import java.util.Optional;

/// Who reads a measure beside those who work with it.
public enum Audience {
  PUBLIC("public"),
  UNIT("unit"),
  NAMED("named");

  private final String code;

  Audience(String code) {
    this.code = code;
  }

  /// As it is stored, sent and read.
  public String code() {
    return code;
  }

  public static Optional<Audience> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
