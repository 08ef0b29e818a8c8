package io.fairlead.app.goals;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How a target was said: as a figure, or as a change of today's value.
public enum TargetMode {
  ABSOLUTE,
  PERCENT_OF_BASELINE,
  POINTS;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<TargetMode> find(String code) {
    return Stream.of(values()).filter(mode -> mode.code().equals(code)).findFirst();
  }
}
