package io.fairlead.app.measures;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Measures that are computed from others, kept with every change of what they come from.
@Component
class Computing {
  /// A measure's formula was said.
  Outcome<UUID> defined(UUID id, String code, MeasurePlan plan) {
    return plan.source() == Source.COMPUTED
        ? Outcome.refused(Reason.invalid("source", "measures.unknown-choice"))
        : Outcome.done(id);
  }

  /// The values of a measure changed.
  void follow(UUID measure) {}
}
