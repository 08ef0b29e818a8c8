package io.fairlead.methods.measures;

import io.fairlead.methods.measures.FormulaValue.Missing;
import io.fairlead.methods.measures.FormulaValue.Reason;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a formula can call. All arguments must have a value.
enum FormulaFunction {
  SUM(1, 100),
  MEAN(1, 100),
  MIN(1, 100),
  MAX(1, 100),
  ABS(1, 1),
  /// The part of the first in both together: `won ÷ (won + lost)`.
  SHARE(2, 2),
  PREVIOUS(1, 1),
  LAG(2, 2);

  final int fewest;
  final int most;

  FormulaFunction(int fewest, int most) {
    this.fewest = fewest;
    this.most = most;
  }

  static Optional<FormulaFunction> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("avg")) {
      return Optional.of(MEAN);
    }
    return Arrays.stream(values())
        .filter(function -> function.name().toLowerCase(Locale.ROOT).equals(lower))
        .findFirst();
  }

  /// What it makes of values of one time.
  FormulaValue of(double[] values) {
    if (this == SHARE && values[0] + values[1] == 0) {
      return new Missing(Reason.DIVISION_BY_ZERO);
    }
    return FormulaValue.of(
        switch (this) {
          case SUM -> Arrays.stream(values).sum();
          // Divided before it is summed: a mean is never too large if its values are not.
          case MEAN -> Arrays.stream(values).map(value -> value / values.length).sum();
          case MIN -> Arrays.stream(values).min().orElseThrow();
          case MAX -> Arrays.stream(values).max().orElseThrow();
          case ABS -> Math.abs(values[0]);
          case SHARE -> values[0] / (values[0] + values[1]);
          case PREVIOUS, LAG -> throw new IllegalStateException(this + " looks at other times");
        });
  }
}
