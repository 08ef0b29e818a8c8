package io.fairlead.methods.goals;

import java.util.Set;

/// What a check-in says of a key result: a figure, the milestones done so far, an answer, or
/// nothing yet.
public sealed interface Reading {

  /// A figure in the key result's own unit; for increase, decrease and band.
  record Figure(double value) implements Reading {}

  /// The names of the milestones that are done.
  record Done(Set<String> milestones) implements Reading {
    public Done {
      milestones = Set.copyOf(milestones);
    }
  }

  /// The answer to a yes-or-no key result.
  record Answer(boolean yes) implements Reading {}

  /// No check-in yet.
  record Nothing() implements Reading {}

  static Reading of(double value) {
    return new Figure(value);
  }

  static Reading done(String... milestones) {
    return new Done(Set.of(milestones));
  }

  static Reading answer(boolean yes) {
    return new Answer(yes);
  }

  static Reading nothing() {
    return new Nothing();
  }
}
