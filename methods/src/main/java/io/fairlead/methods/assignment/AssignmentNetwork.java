package io.fairlead.methods.assignment;

import java.util.List;

/// An assignment in numbers, without fixed and forbidden pairs: raters, groups of a reviewee's
/// raters, and reviewees, each counted from 0.
///
/// @param pairs that may be assigned
/// @param fairness what a load costs, times its square, in thousandths
record AssignmentNetwork(
    List<Rater> raters,
    List<Group> groups,
    List<Reviewee> reviewees,
    List<Pair> pairs,
    long fairness) {

  /// @param room reviewees that they may take on
  /// @param load that they have already
  record Rater(int room, int load) {}

  /// @param need places
  /// @param filled of these, by fixed pairs
  record Group(int reviewee, int need, int filled) {}

  /// @param extra places that any of their groups may fill
  /// @param filled of these, by fixed pairs
  record Reviewee(int extra, int filled) {}

  /// @param cost in thousandths
  record Pair(int rater, int group, long cost) {}

  AssignmentNetwork {
    raters = List.copyOf(raters);
    groups = List.copyOf(groups);
    reviewees = List.copyOf(reviewees);
    pairs = List.copyOf(pairs);
  }
}
