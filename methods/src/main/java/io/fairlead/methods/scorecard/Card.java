package io.fairlead.methods.scorecard;

import java.util.List;
import java.util.OptionalDouble;

/// A scorecard as it is scored. Weights are not negative and finite; those of perspectives should
/// sum to 1, those of objectives and measures count in relation to their neighbours.
public record Card(List<Perspective> perspectives) {

  public Card {
    perspectives = List.copyOf(perspectives);
  }

  /// One side from which the whole is looked at.
  ///
  /// @param id by which it is found again in another period
  public record Perspective(String id, double weight, List<Objective> objectives) {
    public Perspective {
      requireWeight(weight);
      objectives = List.copyOf(objectives);
    }
  }

  /// What is to be achieved there.
  public record Objective(String id, double weight, List<Measure> measures) {
    public Objective {
      requireWeight(weight);
      measures = List.copyOf(measures);
    }
  }

  /// By what that shows.
  ///
  /// @param id of the measure; the same measure may stand on a card twice
  /// @param score from 0 to [Yardstick#MOST]; empty where there is no value
  public record Measure(String id, double weight, boolean leading, OptionalDouble score) {
    public Measure {
      requireWeight(weight);
    }
  }

  private static void requireWeight(double weight) {
    if (!(weight >= 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException("a weight is finite and not negative");
    }
  }
}
