package io.fairlead.methods.assignment;

/// What rating one reviewee takes: 30 s to think of somebody else, 7.5 s an item of a battery, 45 s
/// a comment that may be left out. With 30 items and 2 comments that is 5.75 minutes; six reviewees
/// take 34.5, more than the twenty that people give a questionnaire in one sitting.
///
/// Source: seconds after the points of Pew's American Trends Panel (one is about 10 s of a question
/// that stands alone), the sitting after Dynata; both for surveys at large, not for feedback.
public record RatingEffort(int items, int comments) {
  /// Minutes that a sitting may take.
  public static final double SITTING = 20;

  private static final double SWITCH = 30;
  private static final double ITEM = 7.5;
  private static final double COMMENT = 45;
  private static final int MOST = 1000;

  /// @throws IllegalArgumentException for fewer than 0 or more than 1000 of either
  public RatingEffort {
    if (items < 0 || comments < 0 || items > MOST || comments > MOST) {
      throw new IllegalArgumentException("items and comments are 0 to " + MOST);
    }
  }

  public double minutes(int reviewees) {
    return reviewees * (SWITCH + ITEM * items + COMMENT * comments) / 60;
  }

  /// Reviewees that fit in so many minutes: a cap. With two comments six fit in twenty minutes at
  /// 10 items, and three at 30.
  public int within(double minutes) {
    return (int) Math.floor(minutes / minutes(1) + 1e-9);
  }
}
