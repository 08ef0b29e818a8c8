package io.fairlead.app.goals;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Who can read a published objective, beside those who work on it and their line.
public enum Visibility {
  PUBLIC,
  TEAM,
  NAMED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Visibility> find(String code) {
    return Stream.of(values()).filter(visibility -> visibility.code().equals(code)).findFirst();
  }
}
