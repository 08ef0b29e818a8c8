package io.fairlead.methods.agreement;

import org.hipparchus.distribution.continuous.BetaDistribution;

/// How many of the ratings are favourable: the top box. Its default interval is Wilson's score
/// interval (1927), which stays within 0 and 1 and says something where all or none are favourable:
/// (p + z² / 2n ± z √(p (1 − p) / n + z² / 4n²)) / (1 + z² / n). 5 of 5 gives 0.566 to 1.
///
/// @param favourable at most `ratings`
/// @param ratings at least 1
public record Favourable(int favourable, int ratings) {
  private static final double Z = 1.959963984540054;
  private static final double SIDE = 0.025;

  /// @throws IllegalArgumentException for counts that cannot be
  public Favourable {
    if (ratings < 1 || favourable < 0 || favourable > ratings) {
      throw new IllegalArgumentException("at least one rating, and no more favourable than all");
    }
  }

  /// Those at the upper two points of a scale, or above.
  ///
  /// @param highest of the scale
  public static Favourable topTwo(double[] ratings, int highest) {
    int count = 0;
    for (double rating : ratings) {
      count += rating >= highest - 1 ? 1 : 0;
    }
    return new Favourable(count, ratings.length);
  }

  /// The share, from 0 to 1.
  public double share() {
    return favourable / (double) ratings;
  }

  /// Wilson's.
  public Interval interval() {
    double share = share();
    double n = ratings;
    double middle = share + Z * Z / (2 * n);
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    double whole = 1 + Z * Z / n;
    return new Interval(
        favourable == 0 ? 0 : (middle - half) / whole,
        favourable == ratings ? 1 : (middle + half) / whole);
  }

  /// Clopper and Pearson's (1934): never too narrow, mostly too wide.
  public Interval exact() {
    return new Interval(
        favourable == 0 ? 0 : quantile(favourable, ratings - favourable + 1.0, SIDE),
        favourable == ratings ? 1 : quantile(favourable + 1.0, ratings - favourable, 1 - SIDE));
  }

  /// Of a share about which nothing was known before: Beta(½, ½), after Jeffreys.
  public Interval jeffreys() {
    double one = favourable + 0.5;
    double other = ratings - favourable + 0.5;
    return new Interval(quantile(one, other, SIDE), quantile(one, other, 1 - SIDE));
  }

  private static double quantile(double one, double other, double share) {
    return new BetaDistribution(one, other).inverseCumulativeProbability(share);
  }
}
