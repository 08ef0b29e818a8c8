package io.fairlead.app.setup;

import io.fairlead.app.setup.SetupStep.Way;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far the first run has come.
///
/// @param ended whether it is over; what is left then is left to the studio
/// @param done the steps that were taken, true where one was passed over
record SetupState(Way way, boolean ended, Map<SetupStep, Boolean> done) {
  SetupState {
    done = Map.copyOf(done);
  }

  List<SetupStep> steps() {
    return SetupStep.of(way);
  }

  /// The first step that was not taken; empty when all were.
  Optional<SetupStep> next() {
    return steps().stream().filter(step -> !done.containsKey(step)).findFirst();
  }

  /// `done`, `skipped` or `open`.
  String said(SetupStep step) {
    Boolean skipped = done.get(step);
    return skipped == null ? "open" : skipped ? "skipped" : "done";
  }

  /// How many of its steps were taken or passed over.
  int taken() {
    return (int) steps().stream().filter(done::containsKey).count();
  }
}
