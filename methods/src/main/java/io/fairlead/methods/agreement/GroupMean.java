package io.fairlead.methods.agreement;

import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;

/// The mean of a group's ratings, with the interval m ± t s / √n of 95 % (Student's t, n − 1
/// degrees of freedom). For rounds and offline: three ratings of 5 points give an interval wider
/// than the scale, so compare shrunken means ([Shrinkage]) instead.
///
/// @param ratings how many, at least 1
/// @param deviation s with divisor n − 1; 0 for one rating
/// @param interval empty for one rating
public record GroupMean(int ratings, double mean, double deviation, Optional<Interval> interval) {
  private static final double SIDE = 0.975;

  /// @throws IllegalArgumentException for none, or ratings that are not finite
  public static GroupMean of(double[] ratings) {
    Ratings.requireFinite(List.of(ratings));
    if (ratings.length == 0) {
      throw new IllegalArgumentException("a mean takes at least one rating");
    }
    double mean = Ratings.mean(ratings);
    if (ratings.length == 1) {
      return new GroupMean(1, mean, 0, Optional.empty());
    }
    double degrees = ratings.length - 1.0;
    double deviation = Math.sqrt(Ratings.squaresAround(mean, ratings) / degrees);
    double half =
        new TDistribution(degrees).inverseCumulativeProbability(SIDE)
            * (deviation / Math.sqrt(ratings.length));
    return new GroupMean(
        ratings.length, mean, deviation, Optional.of(new Interval(mean - half, mean + half)));
  }

  /// s / √n.
  public double standardError() {
    return deviation / Math.sqrt(ratings);
  }
}
