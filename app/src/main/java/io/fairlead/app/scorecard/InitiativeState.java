package io.fairlead.app.scorecard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far what is done for an objective is.
public enum InitiativeState {
  PLANNED,
  RUNNING,
  DONE,
  STOPPED;

  /// As it is stored, sent and read.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<InitiativeState> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
