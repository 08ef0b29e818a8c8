/// Objectives and key results through their cycle: written, aligned and negotiated, checked in on,
/// graded and learned from. Scores, roll-ups and forecasts are computed in `methods.goals`; this
/// module stores what was said and what follows from it. Does not own cycles or people, and gives
/// nobody a rating.
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "audit",
      "people",
      "messages",
      "access",
      "framework",
      "cycles",
      "measures"
    })
@NullMarked
package io.fairlead.app.goals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
