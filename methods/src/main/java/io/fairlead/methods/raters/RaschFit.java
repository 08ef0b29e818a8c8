package io.fairlead.methods.raters;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A many-facet Rasch model as it was fitted.
///
/// @param status OK; TOO_FEW without two categories or two elements that are not extreme;
///   ZERO_VARIANCE where all ratings are the same; NOT_CONVERGED
/// @param logLikelihood of the ratings that entered
/// @param ratings how many entered: without those of extreme elements
/// @param categories the values that occur, rising; those between that nobody used are closed up
/// @param thresholds between one category and the next, centred at 0
/// @param facets in the order in which they were given
/// @param steps that the fit took
public record RaschFit(
    RaterStatus status,
    double logLikelihood,
    int ratings,
    List<Integer> categories,
    List<Double> thresholds,
    List<Facet> facets,
    int steps) {

  /// @param summary over the elements that are not extreme; empty below two of them
  /// @param isAbility whether a higher measure means higher ratings
  /// @param middle the mean measure of those that are not extreme
  public record Facet(
      List<Element> elements, Optional<Summary> summary, boolean isAbility, double middle) {
    public Facet {
      elements = List.copyOf(elements);
    }
  }

  /// One person, item or rater.
  ///
  /// @param status OK, EXTREME_SCORE where all ratings lie at one end (then the measure is that of
  ///   a score 0.3 points less extreme), or TOO_FEW without ratings
  /// @param ratings how many, whether or not they entered
  /// @param observed the mean rating; empty without ratings
  /// @param measure in logits, with 1 / √(ΣVar) as its deviation; empty where none can be had
  /// @param infit Σ(x − E)² / ΣVar: below 0.5 muted, above 1.5 noisy (Linacre)
  /// @param outfit the mean of (x − E)² / Var, which single surprises move most
  public record Element(
      RaterStatus status,
      int ratings,
      OptionalDouble observed,
      Optional<Effect> measure,
      OptionalDouble infit,
      OptionalDouble outfit) {}

  /// How well the elements of a facet are told apart. `ofPopulation` takes them for all there are
  /// (divisor n), `ofSample` for some of many (n − 1).
  ///
  /// @param chance χ² of the hypothesis that all are the same: Σw d² − (Σw d)² / Σw, w = 1 / SE²
  /// @param degrees its degrees of freedom
  public record Summary(Spread ofPopulation, Spread ofSample, double chance, int degrees) {}

  /// @param observed the variance of the measures
  /// @param error the mean squared standard error
  /// @param separation √(true / error), true = observed − error but not below 0
  /// @param reliability true / observed
  /// @param strata (4 separation + 1) / 3: how many levels can be told apart
  public record Spread(
      double observed, double error, double separation, double reliability, double strata) {

    static Spread of(double observed, double error) {
      double left = Math.max(0, observed - error);
      double separation = Math.sqrt(left / error);
      return new Spread(
          observed,
          error,
          separation,
          observed > 0 ? left / observed : 0,
          (4 * separation + 1) / 3);
    }
  }

  public RaschFit {
    categories = List.copyOf(categories);
    thresholds = List.copyOf(thresholds);
    facets = List.copyOf(facets);
  }

  /// The fair average: what rating is expected at a measure of one facet where all the others are
  /// average.
  public double fair(int facet, double measure) {
    double logit = 0;
    for (int each = 0; each < facets.size(); each++) {
      double own = each == facet ? measure : facets.get(each).middle();
      logit += facets.get(each).isAbility() ? own : -own;
    }
    var curve = new RaschCategories(thresholds.stream().mapToDouble(it -> it).toArray());
    curve.at(logit);
    return curve.expected(categories.stream().mapToInt(it -> it).toArray());
  }
}
