package io.fairlead.app.scorecard;

import io.fairlead.app.platform.words.Words;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A card on a day, and where it was asked for by a period, also on the last day before that.
///
/// @param since null where no period was asked for
public record CardView(ScoredCard scored, @Nullable Since since) {

  /// What a card in a period is held against.
  ///
  /// @param before the card on the last day before the period, by its weights and floors of now
  public record Since(CardPeriod period, ScoredCard before) {}

  /// Null where none was asked for.
  public @Nullable CardPeriod period() {
    return since == null ? null : since.period();
  }

  /// How the score changed, in words; empty where no period was asked for.
  public String change(Words words, Scorecard.Perspective perspective) {
    return change(words, each -> each.of(perspective).value());
  }

  /// How the score changed, in words; empty where no period was asked for.
  public String change(Words words, Scorecard.Objective objective) {
    return change(words, each -> each.of(objective).value());
  }

  /// How the score changed, in words; empty where no period was asked for.
  public String change(Words words, Scorecard.Weighed measure) {
    return change(words, each -> each.of(measure).score());
  }

  private String change(Words words, Function<ScoredCard, OptionalDouble> score) {
    return since == null
        ? ""
        : CardWords.change(words, score.apply(since.before()), score.apply(scored));
  }
}
