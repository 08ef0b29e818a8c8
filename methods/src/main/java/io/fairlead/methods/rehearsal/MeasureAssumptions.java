package io.fairlead.methods.rehearsal;

/// How long it takes to keep a measure. Our own figures, and anybody's to replace.
///
/// @param secondsToEnter one value, looked up where it comes from
/// @param valuesToSignal of how many values one is a signal
/// @param minutesToLookAtSignal until it is answered
/// @param minutesToReview a scorecard, for each who sits there
public record MeasureAssumptions(
    double secondsToEnter,
    double valuesToSignal,
    double minutesToLookAtSignal,
    double minutesToReview) {

  /// One value in twenty: that many are news in a business that changes now and then.
  public static final MeasureAssumptions USUAL = new MeasureAssumptions(60, 20, 10, 45);
}
