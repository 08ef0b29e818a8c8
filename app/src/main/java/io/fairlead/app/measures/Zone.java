package io.fairlead.app.measures;

import java.util.Arrays;

/// How a value stands to the thresholds and the band of its measure.
public enum Zone {
  /// Nothing is said of where it should be, or it has no value.
  UNKNOWN(""),
  GOOD("good"),
  WARNING("warning"),
  ALARM("alarm");

  private final String code;

  Zone(String code) {
    this.code = code;
  }

  /// As it is stored, sent and read.
  public String code() {
    return code;
  }

  static Zone of(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst().orElseThrow();
  }
}
