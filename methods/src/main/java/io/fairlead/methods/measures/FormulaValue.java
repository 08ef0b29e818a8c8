package io.fairlead.methods.measures;

import java.util.Locale;
import java.util.OptionalDouble;

/// What a formula gives at one time.
public sealed interface FormulaValue {

  /// A finite number.
  record Known(double value) implements FormulaValue {
    public Known {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a value is finite");
      }
    }
  }

  /// None, and why.
  record Missing(Reason reason) implements FormulaValue {}

  /// Why there is no value.
  enum Reason {
    /// A measure it needs has no value at that time.
    NO_INPUT,
    /// Something was to be divided by zero.
    DIVISION_BY_ZERO,
    /// A number larger than can be computed with.
    TOO_LARGE;

    /// Stable and lower-case: `division-by-zero`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The number, where there is one.
  default OptionalDouble number() {
    return switch (this) {
      case Known(double value) -> OptionalDouble.of(value);
      case Missing _ -> OptionalDouble.empty();
    };
  }

  /// A number from outside or from arithmetic, which may be none.
  static FormulaValue of(double value) {
    return Double.isFinite(value) ? new Known(value) : new Missing(Reason.TOO_LARGE);
  }
}
