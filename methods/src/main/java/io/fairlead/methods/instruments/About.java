package io.fairlead.methods.instruments;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether something is about what a person gets done or about how.
public enum About {
  WHAT,
  HOW;

  /// As files write it: `what`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<About> find(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
