package io.fairlead.methods.agreement;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.hipparchus.distribution.continuous.TDistribution;

/// How many people should score how many samples before a rubric can be relied on.
public final class SamplePlan {
  private static final double Z = 1.959963984540054;
  private static final double SIDE = 0.975;

  private SamplePlan() {}

  /// So many raters a sample reach the wanted reliability of their mean: k = R* (1 − R) / (R (1 −
  /// R*)) rounded up (Spearman and Brown). From a single rating's 0.30, 0.70 takes six.
  ///
  /// @param single the reliability of one rating; at 0 or below no number of raters is enough
  /// @param wanted between 0 and 1
  public static OptionalInt raters(double single, double wanted) {
    if (!(wanted > 0 && wanted < 1)) {
      throw new IllegalArgumentException("a reliability that can be reached lies between 0 and 1");
    }
    if (!(single > 0)) {
      return OptionalInt.empty();
    }
    double raters = wanted * (1 - single) / (single * (1 - wanted));
    return raters > 1_000_000
        ? OptionalInt.empty()
        : OptionalInt.of(Math.max(1, (int) Math.ceil(raters - 1e-9)));
  }

  /// So many samples tell the reliability of one rating to within an interval of 95 % of that width
  /// (Bonett 2002): 8 z² (1 − ρ)² (1 + (k − 1) ρ)² / (k (k − 1) w²) + 1, and 5 ρ more for two
  /// raters who agree well.
  ///
  /// @param expected the reliability that is thought likely, from 0 to below 1
  /// @param raters of each sample, at least 2
  /// @param width of the whole interval, above 0
  public static int samples(double expected, int raters, double width) {
    if (!(expected >= 0 && expected < 1) || raters < 2 || !(width > 0)) {
      throw new IllegalArgumentException("two raters, a reliability below 1, and some width");
    }
    double spread = (1 - expected) * (1 + (raters - 1) * expected);
    double samples = 8 * Z * Z * spread * spread / (raters * (raters - 1.0) * width * width) + 1;
    double few = raters == 2 && expected >= 0.7 ? 5 * expected : 0;
    return (int) Math.max(2, Math.ceil(Math.min(samples + few, 1_000_000)));
  }

  /// How far the mean of so many samples lies from that of all, at most, in 95 % of cases: t s / √n
  /// (Student's t, n − 1 degrees of freedom). Six samples that spread by 0.6 tell their mean to
  /// within 0.63. Empty for one sample.
  ///
  /// @param deviation of samples, not below 0
  /// @param samples at least 1
  public static OptionalDouble within(double deviation, int samples) {
    if (!(deviation >= 0) || samples < 1) {
      throw new IllegalArgumentException("a spread, and at least one sample");
    }
    return samples == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            new TDistribution(samples - 1.0).inverseCumulativeProbability(SIDE)
                * deviation
                / Math.sqrt(samples));
  }
}
