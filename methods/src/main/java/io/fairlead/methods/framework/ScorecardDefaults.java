package io.fairlead.methods.framework;

import java.util.List;

/// What scorecards look at, and how often somebody looks at them.
///
/// @param perspectives in the order in which a card shows them, at least one
public record ScorecardDefaults(List<Perspective> perspectives, Review review) {
  /// What the balanced scorecard began with (Kaplan and Norton 1992), all alike.
  public static final List<Perspective> USUAL =
      List.of(
          new Perspective("Finance", 25),
          new Perspective("Customers", 25),
          new Perspective("Processes", 25),
          new Perspective("Learning and growth", 25));

  public ScorecardDefaults {
    perspectives = List.copyOf(perspectives);
  }

  /// @param weight in per cent
  public record Perspective(String name, int weight) {}

  /// How often a scorecard is talked over.
  public enum Review {
    NEVER,
    MONTHLY,
    QUARTERLY
  }
}
