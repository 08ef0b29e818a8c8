package io.fairlead.methods.disclosure;

/// How a published figure is to be read.
public enum Bound {
  /// Rounded to one decimal.
  EXACT("="),
  /// The mean is this or more; how much more is not said.
  AT_LEAST(">="),
  /// The mean is this or less; how much less is not said.
  AT_MOST("<=");

  private final String sign;

  Bound(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /// @throws IllegalArgumentException for another sign
  public static Bound of(String sign) {
    for (Bound bound : values()) {
      if (bound.sign.equals(sign)) {
        return bound;
      }
    }
    throw new IllegalArgumentException("a bound is =, >= or <=, not " + sign);
  }
}
