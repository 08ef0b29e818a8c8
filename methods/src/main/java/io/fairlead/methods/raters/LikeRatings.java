package io.fairlead.methods.raters;

import io.fairlead.methods.raters.RaterEffects.Similarity;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;

/// The effect of being alike on a rating: what is left of it when rater, ratee and items are taken
/// out of both (Frisch, Waugh and Lovell), y = rater + ratee + item + β · match.
final class LikeRatings {
  private static final double NOTABLE = 0.1;
  private static final double RARE = 0.01;
  private static final double HAIR = 1e-10;

  private LikeRatings() {}

  /// Empty where being alike is a matter of who rates or who is rated alone.
  ///
  /// @param without the model without β
  static Optional<Similarity> of(AdditiveFit without, CrossedRatings ratings, double[] match) {
    double[] own = without.residuals(match);
    double size = Reml.dot(own, own);
    int degrees = without.degrees() - 1;
    if (size <= HAIR * Math.max(1, Reml.dot(match, match)) || degrees < 1) {
      return Optional.empty();
    }
    double effect = Reml.dot(own, ratings.ratings()) / size;
    double[] rest = without.residuals(ratings.ratings());
    double[] scores = new double[ratings.raters()];
    double squares = 0;
    for (int at = 0; at < rest.length; at++) {
      rest[at] -= effect * own[at];
      squares += rest[at] * rest[at];
      scores[ratings.rater(at)] += own[at] * rest[at];
    }
    double deviation = Math.sqrt(squares / degrees / size);
    double raters = IntStream.range(0, ratings.size()).map(ratings::rater).distinct().count();
    double correction = raters / (raters - 1) * (ratings.size() - 1.0) / degrees;
    double clustered = Math.sqrt(correction * Reml.dot(scores, scores)) / size;
    if (raters < 2 || !(clustered > 0)) {
      return Optional.empty();
    }
    double chance =
        2 * new TDistribution(raters - 1).cumulativeProbability(-Math.abs(effect) / clustered);
    return Optional.of(
        new Similarity(
            (int) Arrays.stream(match).filter(it -> it != 0).count(),
            new Effect(effect, deviation),
            degrees,
            clustered,
            chance,
            chance < RARE && Math.abs(effect) >= NOTABLE));
  }
}
