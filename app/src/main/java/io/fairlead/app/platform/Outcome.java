package io.fairlead.app.platform;

import java.util.List;
import java.util.function.Function;

/// What became of an act: done, with its result, or refused, with every reason at once. Refusals
/// are expected and are values; bugs throw. One advice maps both to a page, a fragment or
/// problem+json.
public sealed interface Outcome<T> {

  /// The act took effect.
  record Done<T>(T value) implements Outcome<T> {}

  /// The act changed nothing, for all of these reasons.
  record Refused<T>(List<Reason> reasons) implements Outcome<T> {
    public Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a reason");
      }
    }

    /// The same refusal where another result was expected.
    public <U> Outcome<U> as() {
      return new Refused<>(reasons);
    }
  }

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Reason... reasons) {
    return new Refused<>(List.of(reasons));
  }

  static <T> Outcome<T> refused(List<Reason> reasons) {
    return new Refused<>(reasons);
  }

  default boolean isDone() {
    return this instanceof Done<T>;
  }

  /// The result of an act that cannot have been refused here; a refusal is then a bug and throws.
  default T orThrow() {
    return switch (this) {
      case Done<T>(T value) -> value;
      case Refused<T>(List<Reason> reasons) -> throw new IllegalStateException(reasons.toString());
    };
  }

  default <U> Outcome<U> then(Function<T, Outcome<U>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T> refused -> refused.as();
    };
  }
}
