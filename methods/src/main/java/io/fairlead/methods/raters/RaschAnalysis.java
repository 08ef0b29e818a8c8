package io.fairlead.methods.raters;

import io.fairlead.methods.agreement.Rating;
import io.fairlead.methods.agreement.RatingFile;
import io.fairlead.methods.raters.RaschFit.Element;
import io.fairlead.methods.raters.RaterAnalysis.Model;
import io.fairlead.methods.raters.RaterAnalysis.Ratee;
import io.fairlead.methods.raters.RaterAnalysis.Rater;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Answers by the many-facet Rasch model. Its severities are logits, above 0 for who rates low; a
/// ratee's adjusted rating is the fair average, with the ratings at the measure ± 1.96 standard
/// errors for its interval.
public final class RaschAnalysis {
  private static final double Z = 1.959963984540054;
  private static final int MOST_CATEGORIES = 100;
  private static final int PERSONS = 0;
  static final int RATERS = 1;

  private RaschAnalysis() {}

  /// Refused where ratings are no whole numbers or have too many categories.
  public static RaterAnswer<RaterAnalysis> of(RaterQuestion question) {
    RatingFile file = question.file();
    return refusal(file.ratings())
        .<RaterAnswer<RaterAnalysis>>map(RaterAnswer.Refused::new)
        .orElseGet(() -> new RaterAnswer.Analysed<>(analysed(file)));
  }

  private static RaterAnalysis analysed(RatingFile file) {
    int[] scores = of(file, rating -> (int) rating.value());
    RaterNetwork network = RaterNetwork.of(ratings(file));
    List<String> notes = new ArrayList<>();
    boolean isNested = network.isNested() || !isCrossed(network);
    RaschFit fit = isNested ? without() : ManyFacetRasch.fit(facets(file), scores);
    explain(network, fit, isNested, notes);
    boolean isFitted = fit.status() == RaterStatus.OK;
    return new RaterAnalysis(
        Model.RASCH,
        isFitted && network.size() > 1 ? RaterStatus.NOT_IDENTIFIED : fit.status(),
        isFitted ? OptionalDouble.of(-2 * fit.logLikelihood()) : OptionalDouble.empty(),
        variance(fit, RATERS),
        variance(fit, PERSONS),
        OptionalDouble.empty(),
        List.of(),
        raters(file, fit, network),
        ratees(file, fit, network),
        network.size(),
        notes);
  }

  static Optional<String> refusal(List<Rating> ratings) {
    Optional<Rating> broken =
        ratings.stream().filter(it -> it.value() != Math.rint(it.value())).findFirst();
    if (broken.isPresent()) {
      return broken.map(it ->
          "the Rasch model takes whole numbers; row %d has the rating %s"
              .formatted(it.row(), it.value()));
    }
    long different = ratings.stream().mapToDouble(Rating::value).distinct().count();
    return different <= MOST_CATEGORIES
        ? Optional.empty()
        : Optional.of(
            "the Rasch model takes at most %d categories; the ratings have %,d different values"
                .formatted(MOST_CATEGORIES, different));
  }

  static CrossedRatings ratings(RatingFile file) {
    return new CrossedRatings(
        file.raters().size(),
        file.ratees().size(),
        of(file, Rating::rater),
        of(file, Rating::ratee),
        file.ratings().stream().mapToDouble(Rating::value).toArray());
  }

  static int[] of(RatingFile file, ToIntFunction<Rating> part) {
    return file.ratings().stream().mapToInt(part).toArray();
  }

  static List<RaschFacet> facets(RatingFile file) {
    List<RaschFacet> facets = new ArrayList<>();
    facets.add(RaschFacet.persons(file.ratees().size(), of(file, Rating::ratee)));
    facets.add(RaschFacet.raters(file.raters().size(), of(file, Rating::rater)));
    if (file.items().size() > 1) {
      facets.add(RaschFacet.items(file.items().size(), of(file, Rating::item)));
    }
    return facets;
  }

  private static boolean isCrossed(RaterNetwork network) {
    return IntStream.range(0, network.size()).anyMatch(network::isCrossed);
  }

  private static RaschFit without() {
    return new RaschFit(RaterStatus.NOT_IDENTIFIED, 0, 0, List.of(), List.of(), List.of(), 0);
  }

  private static void explain(
      RaterNetwork network, RaschFit fit, boolean isNested, List<String> notes) {
    if (network.isNested()) {
      notes.add(
          "Every ratee has one rater, so where a rater's ratings are low or high, this team differs;"
              + " it may be real. Nothing is adjusted.");
    } else if (isNested) {
      notes.add("No two raters share ratees with others, so nothing is adjusted.");
    } else if (network.size() > 1) {
      notes.add(
          "The ratings fall into %,d networks without a common rater or ratee. Compare within a network only."
              .formatted(network.size()));
    }
    if (fit.status() == RaterStatus.NOT_CONVERGED) {
      notes.add(
          "The measures do not settle: the ratings are too few, or in too perfect an order, for this"
              + " model. Nothing is adjusted.");
    }
    long extreme =
        fit.facets().stream()
            .flatMap(facet -> facet.elements().stream())
            .filter(element -> element.status() == RaterStatus.EXTREME_SCORE)
            .count();
    if (extreme > 0) {
      notes.add(
          "%,d have only lowest or only highest ratings; their measures are bounds."
              .formatted(extreme));
    }
  }

  /// What is left of the measures' variance without their error.
  private static OptionalDouble variance(RaschFit fit, int facet) {
    if (fit.status() != RaterStatus.OK) {
      return OptionalDouble.empty();
    }
    return fit.facets()
        .get(facet)
        .summary()
        .map(it ->
            OptionalDouble.of(
                Math.max(0, it.ofPopulation().observed() - it.ofPopulation().error())))
        .orElse(OptionalDouble.empty());
  }

  private static List<Rater> raters(RatingFile file, RaschFit fit, RaterNetwork network) {
    int[] counts = new int[file.raters().size()];
    file.ratings().forEach(rating -> counts[rating.rater()]++);
    return IntStream.range(0, counts.length)
        .filter(rater -> counts[rater] > 0)
        .mapToObj(rater ->
            new Rater(
                file.raters().get(rater),
                counts[rater],
                network.ofRater(rater) + 1,
                fit.facets().isEmpty() || !network.isCrossed(network.ofRater(rater))
                    ? Optional.empty()
                    : fit.facets().get(RATERS).elements().get(rater).measure()))
        .toList();
  }

  private static List<Ratee> ratees(RatingFile file, RaschFit fit, RaterNetwork network) {
    int[] counts = new int[file.ratees().size()];
    double[] sums = new double[counts.length];
    file.ratings()
        .forEach(rating -> {
          counts[rating.ratee()]++;
          sums[rating.ratee()] += rating.value();
        });
    return IntStream.range(0, counts.length)
        .filter(ratee -> counts[ratee] > 0)
        .mapToObj(ratee -> {
          double raw = sums[ratee] / counts[ratee];
          String id = file.ratees().get(ratee);
          int component = network.ofRatee(ratee) + 1;
          if (fit.facets().isEmpty() || !network.isCrossed(network.ofRatee(ratee))) {
            return new Ratee(
                id,
                counts[ratee],
                component,
                raw,
                raw,
                OptionalDouble.empty(),
                OptionalDouble.empty());
          }
          Element element = fit.facets().get(PERSONS).elements().get(ratee);
          return new Ratee(
              id,
              counts[ratee],
              component,
              raw,
              element.measure().map(it -> fit.fair(PERSONS, it.value())).orElse(raw),
              bound(fit, element, -Z),
              bound(fit, element, Z));
        })
        .toList();
  }

  /// The rating that is expected so many standard errors away.
  private static OptionalDouble bound(RaschFit fit, Element element, double errors) {
    return element
        .measure()
        .map(it -> OptionalDouble.of(fit.fair(PERSONS, it.value() + errors * it.deviation())))
        .orElse(OptionalDouble.empty());
  }
}
