package io.fairlead.methods.goals;

import java.util.Locale;

/// Why a key result cannot be scored, or is scored but not as its author can have meant it.
public enum Flaw {
  /// Nobody measured where it starts yet.
  BASELINE_UNKNOWN("the baseline is not known yet"),
  /// There is no figure to reach.
  TARGET_UNKNOWN("there is no target"),
  /// The way from baseline to target has no length.
  TARGET_EQUALS_BASELINE("the target equals the baseline"),
  /// An increase whose target lies below its baseline, or the reverse. It still scores: the formula
  /// is one for both.
  WRONG_DIRECTION("the target lies on the other side of the baseline than the kind says"),
  /// A band without one of its limits.
  BAND_INCOMPLETE("the band needs a low and a high limit"),
  /// A band whose low limit is above its high one.
  BAND_UPSIDE_DOWN("the band's low limit is above its high limit"),
  /// A tolerance below zero.
  TOLERANCE_NEGATIVE("the tolerance is negative"),
  /// Milestones without a single one.
  NO_MILESTONES("there is no milestone"),
  /// A milestone whose weight is zero, negative or not a number.
  MILESTONE_WEIGHT("every milestone needs a weight above zero"),
  /// A milestone reported as done that was never planned.
  MILESTONE_UNKNOWN("a milestone is reported as done that is not planned"),
  /// Infinite, or not a number, or too large to compute with.
  NOT_FINITE("a figure is not a finite number"),
  /// A figure for milestones, an answer for a figure.
  READING_OF_ANOTHER_KIND("the check-in does not fit the kind of key result");

  private final String sentence;

  Flaw(String sentence) {
    this.sentence = sentence;
  }

  /// Stable and lower-case: `target-equals-baseline`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// In English, for the command line; no capital, no full stop.
  public String sentence() {
    return sentence;
  }
}
