package io.fairlead.methods.coaching;

import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.RoundPrecision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What to think of before one report is talked through. Two reports that read alike have the same
/// guide, whatever was answered. It is for those who may read the report, and for nobody else.
///
/// @param matches at most three, the most telling first
/// @param sureness of competencies that are shown, where the round is known
public record Guide(String subject, List<Match> matches, List<Sureness> sureness) {
  public static final int MOST = 3;

  public Guide {
    matches = List.copyOf(matches);
    sureness = List.copyOf(sureness);
  }

  /// A pattern that the report has.
  ///
  /// @param facts published figures on which it rests
  public record Match(ReportPattern pattern, List<Fact> facts) {
    public Match {
      facts = List.copyOf(facts);
    }

    /// Ids of the competencies that its figures are about, each once.
    public List<String> competencies() {
      return facts.stream()
          .flatMap(fact ->
              fact instanceof Fact.Figure figure
                  ? Optional.of(figure.competency()).stream()
                  : Optional.<String>empty().stream())
          .distinct()
          .toList();
    }
  }

  /// How far what others gave can be built on.
  ///
  /// @param raters all who are not named
  /// @param halfWidth of the 95 % interval of their mean, in points
  /// @param reliability of their mean, from 0 to 1
  public record Sureness(String competency, int raters, double halfWidth, double reliability) {}

  /// By the patterns that come with Fairlead.
  public static Guide of(Report report) {
    return of(report, ShippedPatterns.all());
  }

  /// @param patterns in the order in which those that hold are listed
  static Guide of(Report report, List<ReportPattern> patterns) {
    List<Match> holding = new ArrayList<>();
    for (ReportPattern pattern : patterns) {
      if (!pattern.isLastResort()) {
        pattern.facts(report).ifPresent(facts -> holding.add(new Match(pattern, facts)));
      }
    }
    if (holding.isEmpty()) {
      patterns.stream()
          .filter(ReportPattern::isLastResort)
          .forEach(pattern ->
              pattern.facts(report).ifPresent(facts -> holding.add(new Match(pattern, facts))));
    }
    Set<String> replaced = new HashSet<>();
    holding.forEach(match -> replaced.addAll(match.pattern().replaces()));
    return new Guide(
        report.published().subject(),
        holding.stream()
            .filter(match -> !replaced.contains(match.pattern().id()))
            .limit(MOST)
            .toList(),
        report.shown().stream().flatMap(score -> sureness(report, score).stream()).toList());
  }

  private static Optional<Sureness> sureness(Report report, PublishedScore score) {
    int raters = report.raters(score);
    return Optional.ofNullable(report.precision().get(score.competency()))
        .map((RoundPrecision round) ->
            new Sureness(
                score.competency(), raters, round.halfWidth(raters), round.reliability(raters)));
  }
}
