package io.fairlead.methods.raters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// How raters use the scale, each compared with the others. A flag is a reason to look, never a
/// verdict: some raters rate people who are alike, or all good.
///
/// @param raters in the order of the file, those with ratings
/// @param similarity empty without a column that says who is alike
/// @param recency of all ratings, each rater's mean aside; empty without events
public record RaterEffects(
    List<Line> raters, Optional<Similarity> similarity, Optional<DependentCorrelations> recency) {

  public RaterEffects {
    raters = List.copyOf(raters);
  }

  /// What stands out.
  public enum Flag {
    /// More than half a point below others of the same ratees, at 5 % false alarms among all
    /// raters.
    SEVERE,
    LENIENT,
    /// A spread below 0.6 of the usual one that chance gives in less than 1 %.
    RESTRICTED,
    /// Within a person the items differ least of all raters', and less than half as much as usual.
    HALO,
    /// Ratings go with recent events more than with earlier ones.
    RECENT,
    /// Infit above 1.5.
    NOISY,
    /// Infit below 0.5.
    MUTED;

    /// Stable and lower-case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One rater.
  ///
  /// @param sharedRatees whom others have rated too
  /// @param deviation s of the ratings, n − 1
  /// @param severity by least squares with fixed raters, ratees and items, against the average
  ///   rater of the network: below 0 rates lower; with its standard error; empty where it cannot be
  ///   told
  /// @param adjustedChance p of that contrast after Benjamini and Hochberg
  /// @param spread s over √(mean s² of all raters)
  /// @param spreadChance by which χ² = (n − 1) s² / mean s² would be as small
  /// @param extremes the share of ratings at either end of the scale
  /// @param withinRatees the mean over ratees of the deviation of their items (n − 1); empty
  ///   without items
  /// @param betweenItems the mean correlation of two items over ratees
  /// @param left the root mean square of what the additive model leaves
  /// @param infit of the many-facet Rasch model
  /// @param recency Steiger's z; empty below 10 ratings with events
  public record Line(
      String id,
      int ratings,
      int sharedRatees,
      double mean,
      OptionalDouble deviation,
      Optional<Effect> severity,
      OptionalDouble adjustedChance,
      OptionalDouble spread,
      OptionalDouble spreadChance,
      double extremes,
      OptionalDouble withinRatees,
      OptionalDouble betweenItems,
      OptionalDouble left,
      OptionalDouble infit,
      Optional<DependentCorrelations> recency,
      Set<Flag> flags) {
    public Line {
      flags = Set.copyOf(flags);
    }
  }

  /// How much higher raters rate those who are like them, raters, ratees and items aside. Of all
  /// raters together only.
  ///
  /// @param pairs ratings of those who are alike
  /// @param effect in points, with the usual standard error
  /// @param clusteredDeviation the standard error that allows for ratings by one rater going
  ///   together
  /// @param chance by Student's t of the clustered one, raters − 1 degrees of freedom
  /// @param stands whether chance is below 1 % and the effect at least a tenth of a point
  public record Similarity(
      int pairs,
      Effect effect,
      int degrees,
      double clusteredDeviation,
      double chance,
      boolean stands) {}
}
