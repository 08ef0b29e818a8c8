package io.fairlead.app.feedback;

import io.fairlead.methods.agreement.OneWay;
import io.fairlead.methods.agreement.Reliability;
import io.fairlead.methods.disclosure.BlockRule;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.RoundPrecision;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.raters.CrossedRatings;
import io.fairlead.methods.raters.Halo;
import io.fairlead.methods.raters.RaterSheet;
import io.fairlead.methods.raters.RaterSpread;
import io.fairlead.methods.raters.ScaleRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// Figures of a round as a whole, gathered while its answers are sealed. They come from at least
/// [RoundPrecision#LEAST] reviewees and as many raters, so that no report can be told from them.
final class RoundFigures {
  private final Map<String, Competency> competencies = new LinkedHashMap<>();
  private final List<Integer> seconds = new ArrayList<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private int reviewees;

  /// What somebody gave a reviewee.
  ///
  /// @param scores of the competencies of which it says enough
  private record Sheet(String rater, int reviewee, List<Integer> ratings, List<Double> scores) {
    Sheet(String rater, int reviewee) {
      this(rater, reviewee, new ArrayList<>(), new ArrayList<>());
    }

    double mean() {
      return scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
  }

  private static final class Competency {
    final List<double[]> bySubject = new ArrayList<>();
    final Set<String> raters = new HashSet<>();
  }

  /// That somebody had a sheet before them for so long; 0 where it is not known.
  void took(int howLong) {
    if (howLong > 0) {
      seconds.add(howLong);
    }
  }

  /// What was answered about one more reviewee by those who are not named.
  void add(Instrument questions, Collection<Responder> responders) {
    Map<String, Long> items =
        questions.items().stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.competency(), LinkedHashMap::new, Collectors.counting()));
    int reviewee = reviewees++;
    Map<String, Sheet> byRater = new LinkedHashMap<>();
    items.forEach((competency, asked) -> {
      Competency of = competencies.computeIfAbsent(competency, _ -> new Competency());
      List<Double> scores = new ArrayList<>();
      for (Responder responder : responders) {
        Collection<Integer> rated = responder.ratings().getOrDefault(competency, Map.of()).values();
        if (!ReleasePolicy.isNamed(responder.group())
            && BlockRule.counts(rated.size(), Math.toIntExact(asked))) {
          double score = rated.stream().mapToInt(Integer::intValue).average().orElseThrow();
          scores.add(score);
          Sheet sheet =
              byRater.computeIfAbsent(responder.rater(), rater -> new Sheet(rater, reviewee));
          sheet.ratings().addAll(rated);
          sheet.scores().add(score);
          of.raters.add(responder.rater());
        }
      }
      if (!scores.isEmpty()) {
        of.bySubject.add(scores.stream().mapToDouble(Double::doubleValue).toArray());
      }
    });
    sheets.addAll(byRater.values());
  }

  /// How far apart raters are beside reviewees, where the round is large enough.
  Optional<RaterSpread> spread() {
    Map<String, Integer> raters = raters();
    return RaterSpread.of(
        new CrossedRatings(
            raters.size(),
            reviewees,
            sheets.stream().mapToInt(sheet -> raters.getOrDefault(sheet.rater(), 0)).toArray(),
            sheets.stream().mapToInt(Sheet::reviewee).toArray(),
            sheets.stream().mapToDouble(Sheet::mean).toArray()));
  }

  private Map<String, Integer> raters() {
    Map<String, Integer> raters = new HashMap<>();
    sheets.forEach(sheet -> raters.putIfAbsent(sheet.rater(), raters.size()));
    return raters;
  }

  /// How much of the scale the usual rater uses, where the round is large enough.
  ///
  /// @param points of the scale
  Optional<ScaleRange> range(int points) {
    return ScaleRange.of(raterSheets(), 1, points);
  }

  /// How far the usual rater sees one impression of a person, where the round is large enough.
  Optional<Halo> halo() {
    return Halo.of(raterSheets());
  }

  /// Scores only where a sheet says enough of every competency.
  private List<RaterSheet> raterSheets() {
    Map<String, Integer> raters = raters();
    return sheets.stream()
        .map(sheet ->
            new RaterSheet(
                raters.getOrDefault(sheet.rater(), 0),
                sheet.reviewee(),
                sheet.ratings(),
                sheet.scores().size() == competencies.size() ? sheet.scores() : List.of()))
        .toList();
  }

  /// By competency, where the round is large enough.
  Map<String, RoundPrecision> precision() {
    Map<String, RoundPrecision> found = new LinkedHashMap<>();
    competencies.forEach((id, competency) -> {
      OneWay analysis = OneWay.of(competency.bySubject);
      RoundPrecision.of(
              competency.bySubject.size(),
              competency.raters.size(),
              analysis.samples() < 2
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(Math.sqrt(analysis.within())),
              analysis
                  .one()
                  .map(Reliability::value)
                  .map(OptionalDouble::of)
                  .orElse(OptionalDouble.empty()))
          .ifPresent(precision -> found.put(id, precision));
    });
    return found;
  }

  /// Minutes that half of the sheets took at most, to one decimal; empty below thirty sheets.
  OptionalDouble minutes() {
    if (seconds.size() < RoundPrecision.LEAST) {
      return OptionalDouble.empty();
    }
    List<Integer> sorted = seconds.stream().sorted().toList();
    return OptionalDouble.of(Math.rint(sorted.get((sorted.size() - 1) / 2) / 6.0) / 10);
  }
}
