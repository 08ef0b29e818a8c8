package io.fairlead.app.framework;

import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.FeedbackDefaults;
import io.fairlead.methods.framework.FeedbackRound;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Rounds of feedback and what protects those who answer, as a reader of the framework sees them.
///
/// @param promise what holds for all of them
public record FeedbackShown(List<Row> rounds, List<String> promise) {
  private static final String OPTION = "framework.option.";

  public FeedbackShown {
    rounds = List.copyOf(rounds);
    promise = List.copyOf(promise);
  }

  /// One round.
  public record Row(String name, List<String> sentences) {
    public Row {
      sentences = List.copyOf(sentences);
    }
  }

  public static FeedbackShown of(FeedbackDefaults feedback, Words words) {
    return new FeedbackShown(
        feedback.rounds().stream().map(round -> row(round, words)).toList(),
        List.of(
            words.text(
                "framework.feedback.promise.width", feedback.width() + 1, feedback.colluders()),
            words.text(
                "framework.feedback.promise.thresholds", feedback.numeric(), feedback.comments()),
            words.text("framework.feedback.promise.audience", option(words, feedback.audience())),
            words.text("framework.feedback.promise.escrow." + word(feedback.escrow().rounds()))));
  }

  private static Row row(FeedbackRound round, Words words) {
    return new Row(
        round.name(),
        List.of(
            words.text(
                "framework.feedback.rated",
                option(words, round.purpose()),
                option(words, round.reviewees())),
            words.text("framework.feedback.asked", asked(round, words), instrument(round, words)),
            words.text(
                "framework.feedback.held",
                words.text(OPTION + "feedback.rounds.every." + word(round.every())),
                option(words, round.months().getFirst()),
                round.nominating(),
                round.answering())));
  }

  private static String asked(FeedbackRound round, Words words) {
    return round.raters().entrySet().stream()
        .map(
            each -> words.text("framework.feedback.asked." + each.getKey().code(), each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String instrument(FeedbackRound round, Words words) {
    return ShippedInstruments.find(round.instrument())
        .map(found -> found.name().in(words.locale().toLanguageTag()))
        .orElse(round.instrument());
  }

  private static String option(Words words, Enum<?> constant) {
    return words.text(OPTION + word(constant));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
