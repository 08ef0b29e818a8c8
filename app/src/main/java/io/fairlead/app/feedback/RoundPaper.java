package io.fairlead.app.feedback;

import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.framework.FeedbackIndicator;
import io.fairlead.methods.instruments.Instrument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A paper about a round, made of its terms: nothing in it is typed by hand, and nobody is named,
/// unless the terms name whom to turn to with threats and misconduct.
///
/// @param code `impact`, `council`, `runbook`, `rater` or `reviewee`; the last to a team and who
///   leads it where the round is about teams
public record RoundPaper(String code, String title, List<PaperPart> parts) {
  public RoundPaper {
    parts = List.copyOf(parts);
  }

  /// @param sentences in the order in which they are read
  /// @param blanks what only the organisation knows, to be filled in by hand
  public record PaperPart(String heading, List<String> sentences, List<String> blanks) {
    public PaperPart {
      sentences = List.copyOf(sentences);
      blanks = List.copyOf(blanks);
    }

    PaperPart(String heading, List<String> sentences) {
      this(heading, sentences, List.of());
    }
  }

  /// Of the sheet for the works council, the part that tells what is worked out.
  private static final int WORKED_OUT = 2;

  /// The five papers.
  private enum Kind {
    IMPACT,
    COUNCIL,
    RUNBOOK,
    RATER,
    REVIEWEE;

    /// How many sentences each of its parts has; none that are listed here of what is worked out.
    private List<Integer> sentences() {
      return switch (this) {
        case IMPACT -> List.of(3, 2, 5, 3, 2);
        case COUNCIL -> List.of(3, 0, 2, 2);
        case RUNBOOK -> List.of(1, 3, 3, 3, 1);
        case RATER -> List.of(6, 1, 2);
        case REVIEWEE -> List.of(2, 3, 2);
      };
    }

    /// In which of its parts an escrow is spoken of; 0 in none.
    private int escrow() {
      return switch (this) {
        case IMPACT -> 3;
        case COUNCIL -> 2;
        case RATER -> 1;
        case RUNBOOK, REVIEWEE -> 0;
      };
    }

    private String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param people whom the round is about
  static List<RoundPaper> all(Words words, RoundTerms terms, Instrument questions, int people) {
    Object[] facts = facts(words, terms, questions, people);
    RoundEscrow escrow = terms.escrow();
    List<String> more =
        escrow == null ? List.of() : List.of(words.text("feedback-paper.escrow", escrow.days()));
    return Arrays.stream(Kind.values())
        .map(kind -> paper(words, kind, terms, facts, more))
        .toList();
  }

  private static Object[] facts(Words words, RoundTerms terms, Instrument questions, int people) {
    return new Object[] {
      terms.name(),
      words.text("feedback-paper.purpose." + terms.purpose().code()),
      terms.numeric(),
      terms.comments(),
      terms.width() + 1,
      terms.othersWhoTell(),
      words.text("feedback-paper.audience." + terms.audience().code()),
      words.plainDate(terms.closes()),
      people,
      questions.name().in(words.locale().toLanguageTag()),
      text(words, terms, "feedback-paper.steward." + (terms.steward() == null ? "no" : "yes")),
      words.text(
          "feedback-paper.opens." + (terms.opening().debrief() ? "debrief" : "days"),
          terms.opening().after()),
      terms.escrow() == null ? "" : words.text("feedback-paper.escrow.but"),
      terms.concerns().isEmpty()
          ? words.text("feedback-paper.concerns.nobody")
          : words.text("feedback.concerns", terms.concerns())
    };
  }

  private static RoundPaper paper(
      Words words, Kind kind, RoundTerms terms, Object[] facts, List<String> ofEscrow) {
    String key = "feedback-paper." + kind.code();
    return new RoundPaper(
        kind.code(),
        text(words, terms, key),
        IntStream.rangeClosed(1, kind.sentences().size())
            .mapToObj(part ->
                new PaperPart(
                    text(words, terms, key + "." + part),
                    Stream.concat(
                            kind == Kind.COUNCIL && part == WORKED_OUT
                                ? workedOut(words, terms, facts).stream()
                                : IntStream.rangeClosed(1, kind.sentences().get(part - 1))
                                    .mapToObj(each ->
                                        text(words, terms, key + "." + part + "." + each, facts)),
                            part == kind.escrow() ? ofEscrow.stream() : Stream.of())
                        .toList()))
            .toList());
  }

  /// A sentence, in the words for a round about teams or after a project where there are such.
  private static String text(Words words, RoundTerms terms, String key, Object... facts) {
    String special =
        key + (terms.isOfTeams() ? ".team" : terms.kind() == RoundKind.PROJECT ? ".project" : "");
    return words.text(words.has(special) ? special : key, facts);
  }

  /// The published figures, and each of what a round like this may leave out with whether this one
  /// does.
  private static List<String> workedOut(Words words, RoundTerms terms, Object[] facts) {
    String key = "feedback-paper.council." + WORKED_OUT + ".";
    List<String> sentences = new ArrayList<>(List.of(text(words, terms, key + "figures", facts)));
    Arrays.stream(FeedbackIndicator.values())
        .filter(terms::knows)
        .forEach(each ->
            sentences.add(
                words.text(
                    key + (terms.has(each) ? "on" : "off"),
                    text(words, terms, key + each.code(), facts))));
    return sentences;
  }
}
