package io.fairlead.methods.assignment;

import io.fairlead.methods.instruments.AnsweringTime;

/// What rating one reviewee takes, as [AnsweringTime] has it, with comments that may be left out.
/// With 30 items and 2 comments that is 5.75 minutes; six reviewees take 34.5, more than one
/// sitting.
///
/// @param pace times the estimate that people really take, over 0
public record RatingEffort(int items, int comments, double pace) {
  private static final int MOST = 1000;

  /// As estimated.
  public RatingEffort(int items, int comments) {
    this(items, comments, 1);
  }

  /// @throws IllegalArgumentException for fewer than 0 or more than 1000 of either, or a pace that
  ///   is not over 0
  public RatingEffort {
    if (items < 0 || comments < 0 || items > MOST || comments > MOST) {
      throw new IllegalArgumentException("items and comments are 0 to " + MOST);
    }
    if (!(pace > 0) || Double.isInfinite(pace)) {
      throw new IllegalArgumentException("a pace is over 0");
    }
  }

  public double minutes(int reviewees) {
    return reviewees * pace * AnsweringTime.minutes(items, comments, 0);
  }

  /// Reviewees that fit in so many minutes: a cap. With two comments six fit in twenty minutes at
  /// 10 items, and three at 30.
  public int within(double minutes) {
    return (int) Math.floor(minutes / minutes(1) + 1e-9);
  }
}
