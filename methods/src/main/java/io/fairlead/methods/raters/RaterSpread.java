package io.fairlead.methods.raters;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How far apart raters of a whole round are, beside how far apart those are whom they rate: three
/// standard deviations in points of the scale, from [CrossedModel] with an intercept alone, each
/// rounded to one decimal as it is published. Nothing of one rater, one block or one reviewee.
///
/// @param raters of severity: what raters add or take away whomever they rate
/// @param reviewees of what reviewees are rated, severity aside
/// @param rest of what is left: one rater's view of one reviewee, and chance
public record RaterSpread(double raters, double reviewees, double rest) {
  /// Reviewees, and raters, below which nothing is said.
  public static final int LEAST = 30;

  private static final int PARTS = 10;

  /// Empty below [#LEAST] reviewees, or as many raters of whom each rated two or more (who rated
  /// one cannot be told from whom they rated), or where the model gives no figures.
  public static Optional<RaterSpread> of(CrossedRatings ratings) {
    if (!isLargeEnough(ratings)) {
      return Optional.empty();
    }
    CrossedFit fit = CrossedModel.fit(ratings, new FixedEffects(ratings.size()), 1);
    return fit.status() == RaterStatus.OK
        ? Optional.of(
            new RaterSpread(
                rounded(fit.ofRaters()), rounded(fit.ofRatees()), rounded(fit.residual())))
        : Optional.empty();
  }

  private static boolean isLargeEnough(CrossedRatings ratings) {
    Map<Integer, Integer> times = new HashMap<>();
    Set<Integer> ratees = new HashSet<>();
    for (int at = 0; at < ratings.size(); at++) {
      times.merge(ratings.rater(at), 1, Integer::sum);
      ratees.add(ratings.ratee(at));
    }
    long several = times.values().stream().filter(each -> each > 1).count();
    return ratees.size() >= LEAST && several >= LEAST;
  }

  private static double rounded(double variance) {
    return Math.rint(Math.sqrt(variance) * PARTS) / PARTS;
  }
}
