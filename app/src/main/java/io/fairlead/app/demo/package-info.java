/// Brightwell Instruments, a made-up company: two years of an organisation, simulated from a seed
/// into records and, under `fairlead demo`, copied into an empty database. Owns no tables.
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "audit",
      "people",
      "access",
      "framework",
      "cycles",
      "measures",
      "goals",
      "feedback",
      "scorecard"
    })
@NullMarked
package io.fairlead.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
