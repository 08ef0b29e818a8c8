package io.fairlead.methods.raters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A rating as the sum of what is rated, who rates, and chance: y = Xβ + u_rater + u_ratee + e with
/// normal u and e, fitted by restricted maximum likelihood in γ = τ² / σ² of each factor. β and σ²
/// are profiled out, the larger factor is eliminated as a diagonal, and the steps are Newton's with
/// the average information, halved where the criterion would not fall. A γ of 0 is a legal answer:
/// then raters (or ratees) do not differ beyond chance.
///
/// R's Penicillin (24 plates, 6 samples) has the criterion 330.8606, the variances 0.7169 (plate),
/// 3.7309 (sample), 0.3024, and β = 22.972 ± 0.809 (Bates 2010).
///
/// Ratings of one person by one rater on several items share more than this model knows (halo), so
/// that its deviations are then too small; average the items first where that matters.
public final class CrossedModel {
  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 40;
  private static final double SETTLED = 1e-11;
  private static final double NOTHING_LEFT = 1e-9;
  private static final double LARGEST = 1e10;

  /// Up to so many levels of the smaller factor it is solved exactly.
  static final int DENSE = 2_500;

  private final Crossing crossing;
  private final double[][] fixed;
  private final double[] y;
  private final boolean isDense;
  private final long seed;

  private CrossedModel(
      Crossing crossing, double[][] fixed, double[] y, boolean isDense, long seed) {
    this.crossing = crossing;
    this.fixed = fixed;
    this.y = y;
    this.isDense = isDense;
    this.seed = seed;
  }

  /// @param fixed with as many rows as there are ratings
  /// @param seed of the probes by which very large models are estimated; the others need none
  public static CrossedFit fit(CrossedRatings ratings, FixedEffects fixed, long seed) {
    return fit(ratings, fixed, seed, DENSE);
  }

  static CrossedFit fit(CrossedRatings ratings, FixedEffects fixed, long seed, int dense) {
    if (ratings.size() <= fixed.size() + 1 || ratings.raters() < 2 || ratings.ratees() < 2) {
      return CrossedFit.without(RaterStatus.TOO_FEW);
    }
    double[] y = ratings.ratings();
    double middle = Arrays.stream(y).average().orElseThrow();
    double size =
        Math.sqrt(Arrays.stream(y).map(it -> (it - middle) * (it - middle)).sum() / y.length);
    if (size <= NOTHING_LEFT * Math.max(1, Math.abs(middle))) {
      return CrossedFit.without(RaterStatus.ZERO_VARIANCE);
    }
    boolean ratersAreMore = ratings.raters() >= ratings.ratees();
    int[] raters = ratings.raterOfEach();
    int[] ratees = ratings.rateeOfEach();
    Crossing crossing =
        ratersAreMore
            ? new Crossing(raters, ratings.raters(), ratees, ratings.ratees())
            : new Crossing(ratees, ratings.ratees(), raters, ratings.raters());
    boolean isDense = crossing.ofSmall.length <= dense;
    double[] standard = Arrays.stream(y).map(it -> (it - middle) / size).toArray();
    var model = new CrossedModel(crossing, fixed.columns(), standard, isDense, seed);
    return model.fit(new Unit(middle, size, ratersAreMore));
  }

  /// How the standardised ratings become points again.
  private record Unit(double middle, double size, boolean ratersAreMore) {}

  private CrossedFit fit(Unit unit) {
    @Nullable Reml at = at(start());
    double[] variances = start();
    for (int step = 1; step <= MOST_STEPS && at != null; step++) {
      if (at.residualVariance() <= NOTHING_LEFT) {
        return CrossedFit.without(RaterStatus.ZERO_VARIANCE);
      }
      double[] slope = at.slope();
      double[] move = move(variances, slope, at.curvature());
      double gain = -Reml.dot(move, slope);
      if (gain < SETTLED) {
        return result(at, variances, unit, step);
      }
      double[] next = next(variances, move, at);
      if (Arrays.equals(next, variances)) {
        return result(at, variances, unit, step);
      }
      variances = next;
      at = at(variances);
    }
    return CrossedFit.without(RaterStatus.NOT_CONVERGED);
  }

  /// By the mean squares of each factor alone.
  private double[] start() {
    double large = share(crossing.large, crossing.ofLarge);
    double small = share(crossing.small, crossing.ofSmall);
    double rest = Math.max(0.1, 1 - large - small);
    return new double[] {large / rest, small / rest};
  }

  /// The share of the variance that lies between the levels of a factor, at least a twentieth.
  private double share(int[] level, double[] counts) {
    double[] sums = new double[counts.length];
    for (int at = 0; at < y.length; at++) {
      sums[level[at]] += y[at];
    }
    double between = 0;
    double squares = 0;
    int levels = 0;
    for (int each = 0; each < counts.length; each++) {
      if (counts[each] > 0) {
        between += sums[each] * sums[each] / counts[each];
        squares += counts[each] * counts[each];
        levels++;
      }
    }
    double all = y.length;
    double within = (Reml.dot(y, y) - between) / Math.max(1, all - levels);
    double size = (all - squares / all) / Math.max(1, levels - 1);
    double variance = (between / Math.max(1, levels - 1) - within) / size;
    return Math.min(0.9, Math.max(0.05, variance));
  }

  private @Nullable Reml at(double[] variances) {
    try {
      MixedEquations equations =
          isDense
              ? new DenseEquations(crossing, variances[0], variances[1])
              : new IterativeEquations(crossing, variances[0], variances[1], seed);
      return new Reml(crossing, fixed, y, variances, equations);
    } catch (Cholesky.NotPositive impossible) {
      return null;
    }
  }

  /// Newton's step over those variances that are above 0 or want to be.
  private static double[] move(double[] variances, double[] slope, double[][] curvature) {
    boolean first = variances[0] > 0 || slope[0] < 0;
    boolean second = variances[1] > 0 || slope[1] < 0;
    if (first && second) {
      double determinant = curvature[0][0] * curvature[1][1] - curvature[0][1] * curvature[1][0];
      if (determinant > 1e-12 * curvature[0][0] * curvature[1][1]) {
        double[] both = {
          (curvature[0][1] * slope[1] - curvature[1][1] * slope[0]) / determinant,
          (curvature[1][0] * slope[0] - curvature[0][0] * slope[1]) / determinant
        };
        first = variances[0] > 0 || both[0] > 0;
        second = variances[1] > 0 || both[1] > 0;
        if (first && second) {
          return both;
        }
      }
    }
    return new double[] {
      first ? alone(variances[0], slope[0], curvature[0][0]) : 0,
      second ? alone(variances[1], slope[1], curvature[1][1]) : 0
    };
  }

  private static double alone(double variance, double slope, double curvature) {
    return curvature > 0 ? -slope / curvature : -Math.signum(slope) * Math.max(variance, 0.1);
  }

  /// The step, shortened until the criterion falls; where it is only an estimate, shortened to five
  /// times as much or a fifth.
  private double[] next(double[] variances, double[] move, Reml from) {
    if (!isDense) {
      return IntStream.range(0, move.length)
          .mapToDouble(at -> bounded(variances[at], variances[at] + move[at]))
          .toArray();
    }
    double before = from.criterion();
    double part = 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      double[] next = new double[move.length];
      for (int at = 0; at < move.length; at++) {
        next[at] = Math.min(LARGEST, Math.max(0, variances[at] + part * move[at]));
      }
      Reml there = at(next);
      if (there != null && there.criterion() < before) {
        return next;
      }
      part /= 2;
    }
    return variances;
  }

  private static double bounded(double from, double to) {
    double lowest = from < 1e-6 ? 0 : from / 5;
    return Math.min(Math.max(to, lowest), Math.max(5 * from, 0.1));
  }

  private CrossedFit result(Reml at, double[] variances, Unit unit, int steps) {
    double squared = unit.size * unit.size;
    double residual = squared * at.residualVariance();
    double[] estimates = at.estimates();
    double[] deviations = at.deviations();
    List<Effect> effects = new ArrayList<>();
    for (int one = 0; one < estimates.length; one++) {
      double shift = one == 0 ? unit.middle : 0;
      effects.add(new Effect(unit.size * estimates[one] + shift, unit.size * deviations[one]));
    }
    List<Effect> large = effects(at, 0, unit.size);
    List<Effect> small = effects(at, 1, unit.size);
    return new CrossedFit(
        RaterStatus.OK,
        at.criterion() + at.degrees() * Math.log(squared),
        isDense,
        residual * variances[unit.ratersAreMore ? 0 : 1],
        residual * variances[unit.ratersAreMore ? 1 : 0],
        residual,
        effects,
        unit.ratersAreMore ? large : small,
        unit.ratersAreMore ? small : large,
        steps);
  }

  private static List<Effect> effects(Reml at, int factor, double size) {
    double[] values = at.effects(factor);
    double[] deviations = at.effectDeviations(factor);
    return IntStream.range(0, values.length)
        .mapToObj(each -> new Effect(size * values[each], size * deviations[each]))
        .toList();
  }
}
