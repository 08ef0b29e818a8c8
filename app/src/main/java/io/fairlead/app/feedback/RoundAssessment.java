package io.fairlead.app.feedback;

import io.fairlead.app.feedback.RoundPaper.PaperPart;
import io.fairlead.app.platform.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What those who decide on a round have to read besides its terms: who answers for it, who
/// receives what, how long it is kept, whether it is in proportion, and which rights people have;
/// with a line for whatever only the organisation knows. For the impact assessment it follows
/// article 35 (7) of the GDPR, (a) to (d); for the works council § 87 (1) no. 6 BetrVG; for the
/// notices articles 13 and 14.
final class RoundAssessment {
  private static final List<String> KEPT = List.of("asked", "ledger", "reports", "rounds");

  private final Words words;
  private final RoundTerms terms;
  private final Map<String, Integer> months;

  /// @param months how long what is kept, by its code
  RoundAssessment(Words words, RoundTerms terms, Map<String, Integer> months) {
    this.words = words;
    this.terms = terms;
    this.months = months;
  }

  List<RoundPaper> complete(List<RoundPaper> papers) {
    return papers.stream().map(this::complete).toList();
  }

  private RoundPaper complete(RoundPaper paper) {
    List<PaperPart> parts = new ArrayList<>(paper.parts());
    switch (paper.code()) {
      case "impact" -> {
        parts.addAll(parts.size() - 1, List.of(part("remaining", 4, 8), part("rights", 8, 0)));
        parts.add(2, part("proportion", 4, 1));
        parts.addAll(1, List.of(who(), kept()));
        parts.add(part("decision", 0, 6));
      }
      case "council" -> {
        parts.addAll(1, List.of(who(), kept()));
        parts.addAll(List.of(part("check", 5, 0), part("agreement", 1, 4)));
      }
      case "rater", "reviewee" -> parts.add(notice());
      default -> {}
    }
    return new RoundPaper(paper.code(), paper.title(), parts);
  }

  private PaperPart who() {
    return part(
        "who",
        5,
        3,
        words.organisation(),
        words.text("feedback-paper.audience." + terms.audience().code()));
  }

  private PaperPart kept() {
    List<String> sentences = new ArrayList<>();
    sentences.add(words.text("feedback-paper.kept.sheets"));
    for (String kind : KEPT) {
      sentences.add(words.text("feedback-paper.kept." + kind, until("feedback-" + kind)));
    }
    if (!KEPT.stream().allMatch(kind -> months.containsKey("feedback-" + kind))) {
      sentences.add(words.text("feedback-paper.kept.unset"));
    }
    if (terms.escrow() != null) {
      sentences.add(words.text("feedback-paper.kept.escrow", terms.escrow().days()));
    }
    sentences.add(words.text("feedback-paper.kept.record"));
    return new PaperPart(
        words.text("feedback-paper.kept"), sentences, blanks("feedback-paper.kept", 1));
  }

  private PaperPart notice() {
    return part(
        "notice", 4, 3, words.organisation(), until("feedback-asked"), until("feedback-reports"));
  }

  /// `for 24 months`.
  private String until(String kind) {
    return words.text("feedback-paper.until", months.getOrDefault(kind, 0));
  }

  private PaperPart part(String name, int sentences, int blanks, Object... facts) {
    String key = "feedback-paper." + name;
    return new PaperPart(
        words.text(key),
        IntStream.rangeClosed(1, sentences)
            .mapToObj(each -> words.text(key + "." + each, facts.length == 0 ? usual() : facts))
            .toList(),
        blanks(key, blanks));
  }

  private Object[] usual() {
    return new Object[] {
      terms.budget(),
      words.text("feedback-paper.purpose." + terms.purpose().code()),
      terms.numeric(),
      terms.comments()
    };
  }

  private List<String> blanks(String key, int many) {
    return IntStream.rangeClosed(1, many)
        .mapToObj(each -> words.text(key + ".blank." + each))
        .toList();
  }
}
