package io.fairlead.app.goals;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The forms a key result can take.
public enum KeyResultKind {
  INCREASE,
  DECREASE,
  BAND,
  MILESTONES,
  YES_NO;

  /// As stored and as written in files and the API: `yes-no`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<KeyResultKind> find(String code) {
    return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /// The kind of a stored code.
  public static KeyResultKind of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("no key-result kind " + code));
  }

  /// Whether it runs from a baseline to a target.
  public boolean isWay() {
    return this == INCREASE || this == DECREASE;
  }
}
