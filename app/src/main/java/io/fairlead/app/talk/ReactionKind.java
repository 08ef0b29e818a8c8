package io.fairlead.app.talk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The few things that can be said without writing; each is a word, so that nobody has to guess
/// what a picture means.
public enum ReactionKind {
  THANKS,
  AGREE,
  WELL_DONE,
  /// Somebody takes care of it.
  LOOKING;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ReactionKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
