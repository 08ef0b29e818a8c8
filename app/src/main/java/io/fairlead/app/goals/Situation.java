package io.fairlead.app.goals;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What someone is in who looks for an example in the goal library.
public enum Situation {
  /// Something new begins.
  LAUNCH,
  /// It works, and there is to be more of it.
  GROWTH,
  /// It is done, but not well enough.
  QUALITY,
  /// It takes too long.
  SPEED,
  /// Something went wrong and is to be made good.
  RECOVERY,
  /// Nobody knows yet.
  DISCOVERY;

  /// As written in files and the API: `launch`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Situation> find(String code) {
    return Stream.of(values()).filter(situation -> situation.code().equals(code)).findFirst();
  }
}
