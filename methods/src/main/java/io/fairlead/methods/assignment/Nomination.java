package io.fairlead.methods.assignment;

/// Somebody who may rate somebody.
///
/// @param group what the rater is to the reviewee: `peer`
/// @param cost how unwelcome the pair is, in units of the organisation's own (distance, recent
///   load); from 0 to [#DEAREST], counted in thousandths
public record Nomination(String reviewee, String rater, String group, double cost, Choice choice) {
  public static final double DEAREST = 1_000_000;

  /// What people decided about the pair.
  public enum Choice {
    /// Nothing: it is assigned if it serves.
    FREE,
    /// It is assigned in any case.
    FIXED,
    /// It never is.
    FORBIDDEN
  }

  /// @throws IllegalArgumentException for a cost outside its range, and for who rates themselves
  public Nomination {
    if (!(cost >= 0 && cost <= DEAREST)) {
      throw new IllegalArgumentException("a cost is 0 to 1,000,000, not " + cost);
    }
    if (reviewee.equals(rater)) {
      throw new IllegalArgumentException("who rates themselves is not assigned: " + rater);
    }
  }

  /// Without a decision and at no cost.
  public static Nomination of(String reviewee, String rater, String group) {
    return new Nomination(reviewee, rater, group, 0, Choice.FREE);
  }

  public boolean isFixed() {
    return choice == Choice.FIXED;
  }

  long thousandths() {
    return Math.round(cost * 1000);
  }
}
