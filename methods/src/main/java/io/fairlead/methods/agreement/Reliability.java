package io.fairlead.methods.agreement;

import org.hipparchus.distribution.continuous.FDistribution;

/// A reliability with its interval of 95 %. Below 0 means that samples differ less than their
/// ratings do by themselves; it is kept as it is and shown as about 0.
///
/// @param value at most 1
public record Reliability(double value, double lower, double upper) {
  private static final double SIDE = 0.975;

  /// Of one rater from a ratio of mean squares with an exact F distribution.
  ///
  /// @param within the mean square of what is not the samples
  static Reliability ofOne(double between, double within, double size, Degrees degrees) {
    double low = between / quantile(degrees.between(), degrees.within());
    double high = between * quantile(degrees.within(), degrees.between());
    return new Reliability(
        single(between, within, size), single(low, within, size), single(high, within, size));
  }

  /// Of the mean of so many raters, by Spearman and Brown.
  ///
  /// @param raters above 0; need not be whole, since sizes may be averages
  public Reliability ofMean(double raters) {
    return new Reliability(ofMean(value, raters), ofMean(lower, raters), ofMean(upper, raters));
  }

  /// The reliability of a mean of so many ratings from that of one.
  public static double ofMean(double single, double raters) {
    return raters * single / (1 + (raters - 1) * single);
  }

  boolean finite() {
    return Double.isFinite(value) && Double.isFinite(lower) && Double.isFinite(upper);
  }

  static double single(double between, double within, double size) {
    return (between - within) / (between + (size - 1) * within);
  }

  static double quantile(double above, double below) {
    return new FDistribution(above, below).inverseCumulativeProbability(SIDE);
  }

  /// Degrees of freedom of a ratio of mean squares.
  record Degrees(double between, double within) {}
}
