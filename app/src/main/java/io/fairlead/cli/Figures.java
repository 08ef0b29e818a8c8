package io.fairlead.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/// Figures of an analysis as people read them: three decimals, half up, and a dash for none.
final class Figures {
  static final String NONE = "–";
  private static final int DECIMALS = 3;

  private Figures() {}

  static String shown(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    boolean isWhole = rounded.stripTrailingZeros().scale() <= 0;
    return isWhole ? rounded.toBigInteger().toString() : rounded.toPlainString();
  }

  static String shown(OptionalDouble value) {
    return value.isEmpty() ? NONE : shown(value.getAsDouble());
  }
}
