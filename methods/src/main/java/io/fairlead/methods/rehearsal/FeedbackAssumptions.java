package io.fairlead.methods.rehearsal;

/// How long feedback takes besides answering, and how many of those who are asked answer. Our own
/// figures, and anybody's to replace.
///
/// @param minutesToNominate one's raters
/// @param minutesToApprove the raters of one report
/// @param minutesToRead one's report, and choose what to work on
/// @param minutesToPrepare the debrief of one report
/// @param minutesToTalk a report through
/// @param response the share of raters who answer, 0 to 1
public record FeedbackAssumptions(
    double minutesToNominate,
    double minutesToApprove,
    double minutesToRead,
    double minutesToPrepare,
    double minutesToTalk,
    double response) {
  public static final FeedbackAssumptions USUAL = new FeedbackAssumptions(5, 2, 20, 10, 45, 0.7);
}
