package io.fairlead.methods.assignment;

import java.util.List;

/// Who rates whom. As many places are filled as any assignment can fill; of those assignments it
/// costs least (the sum of the pairs' costs, and fairness times the sum of squared loads); of
/// equally cheap ones its loads are most even (the least sum of squares). Where not all places can
/// be filled, the first place of every reviewee's groups comes before the second of any, places of
/// a group before those that any group may fill, and earlier reviewees before later ones.
///
/// The same nominations in the same order give the same assignment. It need not be the only one.
///
/// @param pairs in the order of the nominations
/// @param cost of the pairs, in the organisation's units
/// @param loads of everybody nominated whom nobody forbids, in the order of the nominations
/// @param shortfalls places that stay empty, in the order of the nominations
/// @param bottlenecks why; the places missing in them are those of the shortfalls
public record Assignment(
    List<Nomination> pairs,
    double cost,
    List<Load> loads,
    List<Shortfall> shortfalls,
    List<Bottleneck> bottlenecks) {

  /// What a rater has to do.
  ///
  /// @param nominated for so many reviewees, without forbidden pairs
  public record Load(String rater, int reviewees, int cap, int nominated) {}

  /// Places of a reviewee that stay empty.
  ///
  /// @param group empty for places that any group may fill
  /// @param nominated raters who could be assigned, were there no caps
  public record Shortfall(String reviewee, String group, int needed, int filled, int nominated) {
    public int missing() {
      return needed - filled;
    }
  }

  public Assignment {
    pairs = List.copyOf(pairs);
    loads = List.copyOf(loads);
    shortfalls = List.copyOf(shortfalls);
    bottlenecks = List.copyOf(bottlenecks);
  }

  /// @throws IllegalArgumentException for a problem that has [AssignmentProblem#problems()], and
  ///   for costs too large for so many people
  public static Assignment of(AssignmentProblem problem) {
    List<String> problems = problem.problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return new NumberedAssignment(problem).solved();
  }

  public boolean isComplete() {
    return shortfalls.isEmpty();
  }
}
