package io.fairlead.methods.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads objectives and key results: what each says, before any rule judges it.
///
/// Worked: `Launch the portal` is a task without measure; `Reduce waiting from 9 to 4 days` has
/// measure, baseline and target; `Maintain 99.9% uptime` is a KPI in disguise.
public final class GoalReader {
  private final Language language;

  public GoalReader(Language language) {
    this.language = language;
  }

  public ReadKeyResult keyResult(String text) {
    return keyResult(text, GivenFigures.NONE);
  }

  /// A key result by its words and the figures that are given beside them.
  public ReadKeyResult keyResult(String text, GivenFigures given) {
    return KeyResultReader.read(Sentence.of(text, language), given);
  }

  public ReadObjective objective(String text) {
    Sentence sentence = Sentence.of(text, language);
    int start = Labels.end(sentence);
    List<Quantity> numbers =
        FigureReader.read(sentence, start).stream()
            .filter(figure -> figure.kind() != Quantity.Kind.NONE && !isLength(sentence, figure))
            .map(figure -> figure.in(sentence))
            .toList();
    int words = 0;
    boolean verb = false;
    int specific = 0;
    for (int i = start; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      if (token.kind() == Token.Kind.SIGN) {
        continue;
      }
      words++;
      verb |= token.isVerb() || token.is(Sense.AUXILIARY);
      specific += token.is(Sense.GENERAL) || token.is(Sense.VAGUE) ? 0 : 1;
    }
    return new ReadObjective(numbers, words, verb, usual(sentence, start), specific > 0);
  }

  /// `3-day`
  private static boolean isLength(Sentence sentence, Figure figure) {
    return figure.role() == Quantity.Role.DETAIL && sentence.at(figure.last() + 1).isSign("-–");
  }

  private static @Nullable Span usual(Sentence sentence, int start) {
    for (int i = start; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      if (i == start && token.is(Sense.USUAL)) {
        return Span.of(token);
      }
    }
    return null;
  }
}
