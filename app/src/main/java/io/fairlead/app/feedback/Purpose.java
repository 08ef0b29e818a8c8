package io.fairlead.app.feedback;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a round is for. It is said before anybody answers, and nothing else is ever done with it.
public enum Purpose {
  /// For the reviewee to learn from; no review, no calibration and no pay can reach it.
  DEVELOPMENT,
  /// It may count in a review; somebody answers for that, and says what supports it.
  EVALUATION;

  /// As the database and the API write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Purpose> find(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
