package io.fairlead.app.feedback;

import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.instruments.Instrument;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A paper about a round, made of its terms: nothing in it is typed by hand, and nobody is named.
///
/// @param code `impact`, `council`, `runbook`, `rater` or `reviewee`
public record RoundPaper(String code, String title, List<PaperPart> parts) {
  public RoundPaper {
    parts = List.copyOf(parts);
  }

  /// @param sentences in the order in which they are read
  public record PaperPart(String heading, List<String> sentences) {
    public PaperPart {
      sentences = List.copyOf(sentences);
    }
  }

  /// The five papers, and how many sentences each of their parts has.
  private enum Kind {
    IMPACT(3, 2, 5, 3, 2),
    COUNCIL(3, 8, 2, 1),
    RUNBOOK(1, 3, 3, 3, 1),
    RATER(5, 1, 2),
    REVIEWEE(2, 3, 2);

    private final int[] sentences;

    Kind(int... sentences) {
      this.sentences = sentences;
    }

    private String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param people whom the round is about
  static List<RoundPaper> all(Words words, RoundTerms terms, Instrument questions, int people) {
    Object[] facts = facts(words, terms, questions, people);
    return Arrays.stream(Kind.values()).map(kind -> paper(words, kind, facts)).toList();
  }

  private static Object[] facts(
      Words words, RoundTerms terms, Instrument questions, int people) {
    return new Object[] {
      terms.name(),
      words.text("feedback-paper.purpose." + terms.purpose().code()),
      terms.numeric(),
      terms.comments(),
      terms.width() + 1,
      terms.colluders(),
      words.text("feedback-paper.audience." + terms.audience().code()),
      words.plainDate(terms.closes()),
      people,
      questions.name().in(words.locale().toLanguageTag()),
      words.text("feedback-paper.steward." + (terms.steward() == null ? "no" : "yes"))
    };
  }

  private static RoundPaper paper(Words words, Kind kind, Object[] facts) {
    String key = "feedback-paper." + kind.code();
    return new RoundPaper(
        kind.code(),
        words.text(key),
        IntStream.rangeClosed(1, kind.sentences.length)
            .mapToObj(part ->
                new PaperPart(
                    words.text(key + "." + part),
                    IntStream.rangeClosed(1, kind.sentences[part - 1])
                        .mapToObj(each -> words.text(key + "." + part + "." + each, facts))
                        .toList()))
            .toList());
  }
}
