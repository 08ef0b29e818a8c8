package io.fairlead.methods.raters;

import io.fairlead.methods.raters.RaschFit.Element;
import io.fairlead.methods.raters.RaschFit.Facet;
import io.fairlead.methods.raters.RaschFit.Spread;
import io.fairlead.methods.raters.RaschFit.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// The many-facet Rasch model (Linacre 1989) of rating-scale categories:
///
/// ln(P_k / P_{k−1}) = B_person − D_item − C_rater − F_k
///
/// by joint maximum likelihood: Newton's step for each element, observed less expected score over
/// the sum of variances and at most 1 logit, and a full Newton step for the thresholds, until no
/// score differs from what is expected by more than 10⁻⁸. Whoever has only lowest or only highest
/// ratings is set aside first, repeatedly, since their measure would be infinite.
///
/// Joint estimates are too far apart by about L / (L − 1), L the ratings of an element: multiply by
/// (L − 1) / L where there are few, and use [CrossedModel] for scores on the scale of the ratings.
///
/// Guilford's 3 judges, 7 persons and 5 traits give the severities 0.0397, 0.2454 and −0.0960.
public final class ManyFacetRasch {
  private static final int MOST_STEPS = 5_000;
  private static final double SETTLED = 1e-8;
  private static final double LONGEST_STEP = 1;
  private static final double LESS_EXTREME = 0.3;

  /// Logits that no ratings can support.
  private static final double BEYOND = 15;

  private final List<RaschFacet> facets;
  private final int[] scores;
  private final boolean[] isOut;
  private final boolean[][] isExtreme;
  private final double[][] measures;
  private final List<boolean[]> enteredOfFacets = new ArrayList<>();
  private int[] categories = {};
  private int[] category = {};
  private double[] thresholds = {};
  private RaschCategories curve = new RaschCategories(thresholds);

  private ManyFacetRasch(List<RaschFacet> facets, int[] scores) {
    this.facets = facets;
    this.scores = scores;
    this.isOut = new boolean[scores.length];
    this.isExtreme =
        facets.stream().map(facet -> new boolean[facet.size()]).toArray(boolean[][]::new);
    this.measures = facets.stream().map(facet -> new double[facet.size()]).toArray(double[][]::new);
  }

  /// @param facets persons first
  /// @param scores whole numbers, one a rating
  /// @throws IllegalArgumentException for facets that do not say of every rating whose it is
  public static RaschFit fit(List<RaschFacet> facets, int[] scores) {
    if (facets.stream().anyMatch(facet -> facet.ratings() != scores.length)) {
      throw new IllegalArgumentException("every rating has an element of every facet");
    }
    return new ManyFacetRasch(facets, scores.clone()).fit();
  }

  private RaschFit fit() {
    setExtremesAside();
    int[] left = IntStream.range(0, scores.length).filter(at -> !isOut[at]).toArray();
    categories = Arrays.stream(left).map(at -> scores[at]).distinct().sorted().toArray();
    if (categories.length < 2) {
      boolean isSame = Arrays.stream(scores).distinct().count() <= 1 && scores.length > 1;
      return without(isSame ? RaterStatus.ZERO_VARIANCE : RaterStatus.TOO_FEW, 0);
    }
    category = new int[scores.length];
    Arrays.stream(left).forEach(at -> category[at] = Arrays.binarySearch(categories, scores[at]));
    thresholds = new double[categories.length - 1];
    curve = new RaschCategories(thresholds);
    for (int step = 1; step <= MOST_STEPS; step++) {
      double off = 0;
      for (int facet = 0; facet < facets.size(); facet++) {
        off = Math.max(off, moveElements(facet, left));
      }
      off = Math.max(off, moveThresholds(left));
      if (isRunningAway()) {
        return without(RaterStatus.NOT_CONVERGED, step);
      }
      if (off < SETTLED) {
        return result(left, step);
      }
    }
    return without(RaterStatus.NOT_CONVERGED, MOST_STEPS);
  }

  /// Whether the ratings are in such perfect order that some measures have no bound.
  private boolean isRunningAway() {
    return Arrays.stream(measures)
        .flatMapToDouble(Arrays::stream)
        .anyMatch(measure -> Math.abs(measure) > BEYOND);
  }

  private RaschFit without(RaterStatus status, int steps) {
    return new RaschFit(status, 0, 0, List.of(), List.of(), List.of(), steps);
  }

  /// Until nobody is left whose ratings are all at one end.
  private void setExtremesAside() {
    boolean isChanged = true;
    while (isChanged) {
      isChanged = false;
      int lowest = inside().min().orElse(0);
      int highest = inside().max().orElse(0);
      for (int facet = 0; facet < facets.size(); facet++) {
        isChanged |= setAside(facet, lowest, highest);
      }
    }
  }

  private IntStream inside() {
    return IntStream.range(0, scores.length).filter(at -> !isOut[at]).map(at -> scores[at]);
  }

  private boolean setAside(int facet, int lowest, int highest) {
    RaschFacet of = facets.get(facet);
    int[] least = new int[of.size()];
    int[] most = new int[of.size()];
    Arrays.fill(least, Integer.MAX_VALUE);
    Arrays.fill(most, Integer.MIN_VALUE);
    for (int at = 0; at < scores.length; at++) {
      if (!isOut[at]) {
        least[of.element(at)] = Math.min(least[of.element(at)], scores[at]);
        most[of.element(at)] = Math.max(most[of.element(at)], scores[at]);
      }
    }
    boolean isChanged = false;
    for (int at = 0; at < scores.length; at++) {
      int element = of.element(at);
      if (!isOut[at] && (most[element] == lowest || least[element] == highest)) {
        isOut[at] = true;
        isExtreme[facet][element] = true;
        isChanged = true;
      }
    }
    return isChanged;
  }

  private double logit(int at) {
    double sum = 0;
    for (int facet = 0; facet < measures.length; facet++) {
      RaschFacet of = facets.get(facet);
      sum += of.sign() * measures[facet][of.element(at)];
    }
    return sum;
  }

  /// @return by how much the score of any element was off
  private double moveElements(int facet, int[] left) {
    RaschFacet of = facets.get(facet);
    double[] off = new double[of.size()];
    double[] variance = new double[of.size()];
    for (int at : left) {
      curve.at(logit(at));
      off[of.element(at)] += category[at] - curve.mean();
      variance[of.element(at)] += curve.variance();
    }
    double most = 0;
    for (int element = 0; element < off.length; element++) {
      if (variance[element] > 0) {
        double step = off[element] / variance[element];
        measures[facet][element] += of.sign() * clipped(step);
        most = Math.max(most, Math.abs(off[element]));
      }
    }
    if (of.isCentred()) {
      double middle = middle(facet);
      shift(facet, -middle);
      shift(floating(), of.sign() * -middle);
    }
    return most;
  }

  private static double clipped(double step) {
    return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
  }

  private int floating() {
    return IntStream.range(0, facets.size())
        .filter(facet -> !facets.get(facet).isCentred())
        .findFirst()
        .orElseThrow();
  }

  private void shift(int facet, double by) {
    for (int element = 0; element < measures[facet].length; element++) {
      measures[facet][element] += by;
    }
  }

  private double middle(int facet) {
    boolean[] has = entered(facet);
    return IntStream.range(0, has.length)
        .filter(element -> has[element])
        .mapToDouble(element -> measures[facet][element])
        .average()
        .orElse(0);
  }

  /// Whether an element has ratings that entered.
  private boolean[] entered(int facet) {
    if (enteredOfFacets.isEmpty()) {
      for (RaschFacet of : facets) {
        boolean[] has = new boolean[of.size()];
        IntStream.range(0, scores.length)
            .filter(at -> !isOut[at])
            .forEach(at -> has[of.element(at)] = true);
        enteredOfFacets.add(has);
      }
    }
    return enteredOfFacets.get(facet);
  }

  private double moveThresholds(int[] left) {
    int count = thresholds.length;
    double[] off = new double[count];
    double[][] information = new double[count][count];
    double[] reached = new double[count];
    for (int at : left) {
      curve.at(logit(at));
      curve.reached(reached);
      for (int one = 0; one < count; one++) {
        off[one] += reached[one] - (category[at] > one ? 1 : 0);
        for (int other = one; other < count; other++) {
          information[one][other] += reached[other] - reached[one] * reached[other];
        }
      }
    }
    double most = Arrays.stream(off).map(Math::abs).max().orElse(0);
    Cholesky.of(information).solve(off);
    double middle = 0;
    for (int one = 0; one < count; one++) {
      thresholds[one] += clipped(off[one]);
      middle += thresholds[one] / count;
    }
    for (int one = 0; one < count; one++) {
      thresholds[one] -= middle;
    }
    shift(floating(), middle);
    curve = new RaschCategories(thresholds);
    return most;
  }

  private RaschFit result(int[] left, int steps) {
    double likelihood = 0;
    for (int at : left) {
      curve.at(logit(at));
      likelihood += Math.log(curve.probability(category[at]));
    }
    List<Facet> found = new ArrayList<>();
    for (int facet = 0; facet < facets.size(); facet++) {
      List<Element> elements = elements(facet, left);
      found.add(
          new Facet(elements, summary(elements), facets.get(facet).sign() > 0, middle(facet)));
    }
    return new RaschFit(
        RaterStatus.OK,
        likelihood,
        left.length,
        Arrays.stream(categories).boxed().toList(),
        Arrays.stream(thresholds).boxed().toList(),
        found,
        steps);
  }

  private List<Element> elements(int facet, int[] left) {
    RaschFacet of = facets.get(facet);
    int[] ratings = new int[of.size()];
    double[] sums = new double[of.size()];
    for (int at = 0; at < scores.length; at++) {
      ratings[of.element(at)]++;
      sums[of.element(at)] += scores[at];
    }
    int[] entered = new int[of.size()];
    double[] variance = new double[of.size()];
    double[] squares = new double[of.size()];
    double[] surprises = new double[of.size()];
    for (int at : left) {
      curve.at(logit(at));
      int element = of.element(at);
      double residual = category[at] - curve.mean();
      entered[element]++;
      variance[element] += curve.variance();
      squares[element] += residual * residual;
      surprises[element] += residual * residual / curve.variance();
    }
    List<Element> elements = new ArrayList<>();
    for (int element = 0; element < ratings.length; element++) {
      OptionalDouble observed =
          ratings[element] == 0
              ? OptionalDouble.empty()
              : OptionalDouble.of(sums[element] / ratings[element]);
      if (entered[element] == 0) {
        elements.add(outside(facet, element, ratings[element], observed));
        continue;
      }
      elements.add(
          new Element(
              RaterStatus.OK,
              ratings[element],
              observed,
              Optional.of(new Effect(measures[facet][element], 1 / Math.sqrt(variance[element]))),
              OptionalDouble.of(squares[element] / variance[element]),
              OptionalDouble.of(surprises[element] / entered[element])));
    }
    return elements;
  }

  /// An element that did not enter: by a score that is a little less extreme, if its ratings are by
  /// and of those who did.
  private Element outside(int facet, int element, int ratings, OptionalDouble observed) {
    RaschFacet of = facets.get(facet);
    int[] own =
        IntStream.range(0, scores.length)
            .filter(at -> of.element(at) == element && othersEntered(facet, at))
            .toArray();
    RaterStatus status =
        isExtreme[facet][element] ? RaterStatus.EXTREME_SCORE : RaterStatus.TOO_FEW;
    if (own.length == 0 || !isExtreme[facet][element]) {
      return new Element(
          status,
          ratings,
          observed,
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());
    }
    double highest = (categories.length - 1.0) * own.length;
    boolean isHigh = scores[own[0]] >= categories[categories.length - 1];
    double score = isHigh ? highest - LESS_EXTREME : LESS_EXTREME;
    double variance = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double off = score;
      variance = 0;
      for (int at : own) {
        curve.at(logit(at));
        off -= curve.mean();
        variance += curve.variance();
      }
      measures[facet][element] += of.sign() * clipped(off / variance);
      if (Math.abs(off) < SETTLED) {
        break;
      }
    }
    double measure = measures[facet][element];
    return new Element(
        status,
        ratings,
        observed,
        Optional.of(new Effect(measure, 1 / Math.sqrt(variance))),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private boolean othersEntered(int facet, int at) {
    return IntStream.range(0, facets.size())
        .filter(other -> other != facet)
        .allMatch(other -> entered(other)[facets.get(other).element(at)]);
  }

  private static Optional<Summary> summary(List<Element> elements) {
    List<Effect> entered =
        elements.stream()
            .filter(element -> element.status() == RaterStatus.OK)
            .flatMap(element -> element.measure().stream())
            .toList();
    if (entered.size() < 2) {
      return Optional.empty();
    }
    double middle = entered.stream().mapToDouble(Effect::value).average().orElseThrow();
    double squares =
        entered.stream().mapToDouble(it -> (it.value() - middle) * (it.value() - middle)).sum();
    double error =
        entered.stream().mapToDouble(it -> it.deviation() * it.deviation()).average().orElseThrow();
    double weight = 0;
    double first = 0;
    double second = 0;
    for (Effect each : entered) {
      double own = 1 / (each.deviation() * each.deviation());
      weight += own;
      first += own * each.value();
      second += own * each.value() * each.value();
    }
    return Optional.of(
        new Summary(
            Spread.of(squares / entered.size(), error),
            Spread.of(squares / (entered.size() - 1), error),
            second - first * first / weight,
            entered.size() - 1));
  }
}
