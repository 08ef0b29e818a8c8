package io.fairlead.methods.instruments;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a comment is asked for.
public enum CommentKind {
  START,
  STOP,
  CONTINUE,
  FREE;

  /// As files write it: `start`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<CommentKind> find(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
