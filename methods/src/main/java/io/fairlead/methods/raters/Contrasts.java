package io.fairlead.methods.raters;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;

/// The severity of raters as contrasts by least squares, and what the additive model leaves.
///
/// @param byRater those that can be told
/// @param left by rater, the root mean square of the residuals
record Contrasts(Map<Integer, Contrast> byRater, Map<Integer, Double> left) {
  private static final double SEVERE = 0.5;
  private static final double FALSE_ALARMS = 0.05;

  /// @param adjusted p after Benjamini and Hochberg
  record Contrast(Effect effect, double adjusted) {
    boolean stands() {
      return Math.abs(effect.value()) > SEVERE && adjusted < FALSE_ALARMS;
    }
  }

  static Contrasts none() {
    return new Contrasts(Map.of(), Map.of());
  }

  static Contrasts of(AdditiveFit fit, CrossedRatings ratings, RaterNetwork network) {
    double[] y = ratings.ratings();
    double[] rest = fit.residuals(y);
    double[] squares = new double[ratings.raters()];
    int[] counts = new int[squares.length];
    for (int at = 0; at < rest.length; at++) {
      squares[ratings.rater(at)] += rest[at] * rest[at];
      counts[ratings.rater(at)]++;
    }
    Map<Integer, Double> left = new HashMap<>();
    for (int rater = 0; rater < squares.length; rater++) {
      if (counts[rater] > 0) {
        left.put(rater, Math.sqrt(squares[rater] / counts[rater]));
      }
    }
    return fit.degrees() < 1
        ? new Contrasts(Map.of(), left)
        : new Contrasts(tested(fit, ratings, network, y, Arrays.stream(squares).sum()), left);
  }

  private static Map<Integer, Contrast> tested(
      AdditiveFit fit, CrossedRatings ratings, RaterNetwork network, double[] y, double squares) {
    double residual = Math.sqrt(squares / fit.degrees());
    double[] effects = fit.effects(y);
    double[] deviations = fit.raterDeviations();
    int[] raters =
        IntStream.range(0, ratings.raters())
            .filter(rater -> network.isCrossed(network.ofRater(rater)))
            .toArray();
    TDistribution byChance = new TDistribution(fit.degrees());
    double[] chances =
        Arrays.stream(raters)
            .mapToDouble(rater -> {
              double deviation = residual * deviations[rater];
              return deviation > 0
                  ? 2 * byChance.cumulativeProbability(-Math.abs(effects[rater]) / deviation)
                  : 1;
            })
            .toArray();
    double[] adjusted = FalseDiscoveries.adjusted(chances);
    Map<Integer, Contrast> found = new HashMap<>();
    for (int at = 0; at < raters.length; at++) {
      int rater = raters[at];
      found.put(
          rater,
          new Contrast(new Effect(effects[rater], residual * deviations[rater]), adjusted[at]));
    }
    return found;
  }
}
