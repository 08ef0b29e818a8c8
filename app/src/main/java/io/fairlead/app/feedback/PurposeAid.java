package io.fairlead.app.feedback;

import java.util.List;
import java.util.Optional;

/// Four questions that lead to a round's purpose, with what can then never be done with it.
///
/// @param decides whether somebody's pay, grade or place depends on it
/// @param compares whether people are to be held against each other
/// @param answerable whether a named person answers for it before the works council
/// @param validated whether something supports that these scores say how well somebody works
record PurposeAid(boolean decides, boolean compares, boolean answerable, boolean validated) {

  /// Development unless a decision hangs on it; an evaluation only if somebody answers for it and
  /// something supports it; neither where a decision hangs on scores that nothing supports.
  Optional<Purpose> purpose() {
    if (!decides && !compares) {
      return Optional.of(Purpose.DEVELOPMENT);
    }
    return answerable && validated ? Optional.of(Purpose.EVALUATION) : Optional.empty();
  }

  /// What can never be done afterwards, as message keys.
  static List<String> never(Purpose purpose) {
    return switch (purpose) {
      case DEVELOPMENT ->
          List.of(
              "feedback.never.development.reviews",
              "feedback.never.development.pay",
              "feedback.never.development.readers",
              "feedback.never.development.turn");
      case EVALUATION ->
          List.of(
              "feedback.never.evaluation.closer",
              "feedback.never.evaluation.alone",
              "feedback.never.evaluation.turn");
    };
  }
}
