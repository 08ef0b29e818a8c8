package io.fairlead.methods.instruments;

/// How long a rater takes for one person: `(30 + 7.5 · items + 45 · optional + 75 · required) / 60`
/// minutes; 30 seconds to turn to somebody else, 7.5 for a rating among others of its kind.
///
/// 15 items with 2 optional comments: 3.9 minutes. Six people with 30 items and 2 comments each:
/// 34.5, which nobody sits through.
///
/// Source: points of Pew's panel (about 10 seconds a question, less in a battery); seconds of the
/// comments are ours, to be replaced by what a round measures.
public final class AnsweringTime {
  /// Minutes that people stay with a questionnaire in one sitting.
  public static final int SITTING = 20;

  private static final double TURNING = 30;
  private static final double RATING = 7.5;
  private static final double OPTIONAL_COMMENT = 45;
  private static final double REQUIRED_COMMENT = 75;

  private AnsweringTime() {}

  /// Minutes for one person.
  ///
  /// @throws IllegalArgumentException for a negative number
  public static double minutes(int items, int optionalComments, int requiredComments) {
    if (items < 0 || optionalComments < 0 || requiredComments < 0) {
      throw new IllegalArgumentException("nobody answers a negative number of questions");
    }
    double seconds =
        TURNING
            + RATING * items
            + OPTIONAL_COMMENT * optionalComments
            + REQUIRED_COMMENT * requiredComments;
    return seconds / 60;
  }

  /// How many people a rater can answer about in one sitting.
  public static int peopleInOneSitting(double minutesEach) {
    return (int) Math.floor(SITTING / minutesEach);
  }
}
