package io.fairlead.methods.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// An exact fraction, so that a mean is rounded as it is and not as a `double` happens to hold it.
record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {
  static final Ratio ZERO = of(0, 1);

  Ratio {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("a denominator is above 0");
    }
  }

  static Ratio of(long numerator, long denominator) {
    return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  static Ratio of(BigDecimal decimal) {
    BigInteger unscaled = decimal.unscaledValue();
    return decimal.scale() <= 0
        ? new Ratio(decimal.toBigIntegerExact(), BigInteger.ONE)
        : new Ratio(unscaled, BigInteger.TEN.pow(decimal.scale()));
  }

  Ratio plus(Ratio other) {
    if (denominator.equals(other.denominator)) {
      return new Ratio(numerator.add(other.numerator), denominator);
    }
    return new Ratio(
            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
            denominator.multiply(other.denominator))
        .reduced();
  }

  Ratio minus(Ratio other) {
    return plus(new Ratio(other.numerator.negate(), other.denominator));
  }

  Ratio times(long factor) {
    return new Ratio(numerator.multiply(BigInteger.valueOf(factor)), denominator);
  }

  Ratio over(long divisor) {
    return new Ratio(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
  }

  private Ratio reduced() {
    BigInteger common = numerator.gcd(denominator);
    return common.signum() == 0
        ? this
        : new Ratio(numerator.divide(common), denominator.divide(common));
  }

  /// To one decimal.
  BigDecimal tenths(RoundingMode mode) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), 1, mode);
  }

  @Override
  public int compareTo(Ratio other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  boolean isAtLeast(Ratio other) {
    return compareTo(other) >= 0;
  }

  Ratio orIfLarger(Ratio other) {
    return other.compareTo(this) > 0 ? other : this;
  }
}
