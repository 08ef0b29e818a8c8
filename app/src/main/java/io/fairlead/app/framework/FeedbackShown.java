package io.fairlead.app.framework;

import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.FeedbackDefaults;
import io.fairlead.methods.framework.FeedbackRound;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Rounds of feedback and what protects those who answer, as a reader of the framework sees them.
///
/// @param sentences what holds for all of them
public record FeedbackShown(List<Row> rounds, List<String> sentences) {
  private static final String OPTION = "framework.option.";

  /// One round.
  public record Row(
      String name,
      String instrument,
      String purpose,
      String reviewees,
      String asked,
      String held,
      String days) {}

  public static FeedbackShown of(FeedbackDefaults feedback, Words words) {
    return new FeedbackShown(
        feedback.rounds().stream().map(round -> row(round, words)).toList(),
        List.of(
            words.text(
                "framework.feedback.promise", feedback.width() + 1, feedback.colluders()),
            words.text(
                "framework.feedback.thresholds", feedback.numeric(), feedback.comments()),
            words.text(
                "framework.feedback.audience",
                words.text(OPTION + word(feedback.audience())))));
  }

  private static Row row(FeedbackRound round, Words words) {
    return new Row(
        round.name(),
        ShippedInstruments.find(round.instrument())
            .map(Instrument::name)
            .map(name -> name.in(words.locale().toLanguageTag()))
            .orElse(round.instrument()),
        words.text(OPTION + word(round.purpose())),
        words.text(OPTION + word(round.reviewees())),
        round.raters().entrySet().stream()
            .map(each ->
                words.text("framework.feedback.asked." + each.getKey().code(), each.getValue()))
            .collect(Collectors.joining(", ")),
        words.text(
            "framework.feedback.held",
            words.text(OPTION + "feedback.rounds.every." + word(round.every())),
            words.text(OPTION + word(round.months().getFirst()))),
        words.text("framework.feedback.days", round.nominating(), round.answering()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
