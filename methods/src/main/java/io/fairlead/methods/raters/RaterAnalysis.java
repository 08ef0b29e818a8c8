package io.fairlead.methods.raters;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a file of ratings says of its raters, and of ratees once their raters are allowed for.
///
/// @param status NOT_IDENTIFIED where not everyone can be compared with everyone; `notes` say why
/// @param criterion −2 ln of the (restricted) likelihood
/// @param ofRaters the variance between raters
/// @param ofRatees that between ratees
/// @param residual that of what is left; empty for the Rasch model, which has none
/// @param notes sentences for whoever reads the figures
public record RaterAnalysis(
    Model model,
    RaterStatus status,
    OptionalDouble criterion,
    OptionalDouble ofRaters,
    OptionalDouble ofRatees,
    OptionalDouble residual,
    List<Named> fixed,
    List<Rater> raters,
    List<Ratee> ratees,
    int components,
    List<String> notes) {

  /// By what severity is told.
  public enum Model {
    /// The crossed mixed model: points of the scale; a severity below 0 rates lower than others.
    MIXED,
    /// The many-facet Rasch model: logits; a severity above 0 rates lower than others.
    RASCH
  }

  /// A fixed effect by name.
  public record Named(String name, Effect effect) {}

  /// @param ratings how many
  /// @param component the part of the network, from 1
  /// @param severity empty where it cannot be told from what was rated
  public record Rater(String id, int ratings, int component, Optional<Effect> severity) {}

  /// @param raw the mean of the ratings
  /// @param adjusted what it would be with average raters; the raw mean where that cannot be said
  /// @param lower of an interval of 95 %; empty where nothing can be said
  public record Ratee(
      String id,
      int ratings,
      int component,
      double raw,
      double adjusted,
      OptionalDouble lower,
      OptionalDouble upper) {}

  public RaterAnalysis {
    fixed = List.copyOf(fixed);
    raters = List.copyOf(raters);
    ratees = List.copyOf(ratees);
    notes = List.copyOf(notes);
  }
}
