/// Scorecards of the organisation and its units, and the strategy maps between their objectives.
/// Owns no measure and no goal: it names them, and who may not read a measure reads that it is not
/// theirs to see. The arithmetic is in `methods.scorecard`.
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "audit",
      "people",
      "access",
      "framework",
      "cycles",
      "measures",
      "goals"
    })
@NullMarked
package io.fairlead.app.scorecard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
