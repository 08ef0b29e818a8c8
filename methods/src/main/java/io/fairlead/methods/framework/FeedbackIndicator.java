package io.fairlead.methods.framework;

import java.util.Arrays;
import java.util.Optional;

/// Something that a round of feedback works out by itself beside the figures it is held for. Each
/// can be left out of a round, as a works council may want it.
public enum FeedbackIndicator {
  /// Who is asked about whom, out of those who were nominated and others.
  ASSIGNMENT,
  /// How far the round is, in bands.
  PARTICIPATION,
  /// How long sheets took on the whole.
  MINUTES,
  /// Planning a round by how long sheets took in earlier ones.
  PACE,
  /// Which figures are the highest and the lowest.
  STRENGTHS,
  /// A reviewee's own view against that of others.
  GAPS,
  /// Likely ranges and reliability.
  PRECISION,
  /// Hints while a comment is written.
  HINTS,
  /// How far apart severe and lenient raters are.
  SPREAD,
  /// How much of the scale raters use on the whole.
  RANGE,
  /// How far raters see one impression of a person on the whole.
  HALO,
  /// Where the middle half of all teams lies.
  TEAMS,
  /// What the figures of a report may mean, and questions to ask.
  PATTERNS;

  public String code() {
    return Shape.word(this);
  }

  public static Optional<FeedbackIndicator> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
