package io.fairlead.methods.instruments;

import java.util.Optional;
import java.util.stream.Stream;

/// Whether anybody has shown that an instrument measures what it says.
public enum Validation {
  NOT_YET_VALIDATED("not-yet-validated"),
  /// Its validity sheet says by whom and how.
  VALIDATED("validated");

  private final String code;

  Validation(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  static Optional<Validation> find(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
