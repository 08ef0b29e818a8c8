/// The cycles that the framework's calendar makes, with their planning, check-in and grading
/// windows, and which one is running. Knows nothing of what is done in them.
@ApplicationModule(allowedDependencies = {"platform", "audit", "people", "access", "framework"})
@NullMarked
package io.fairlead.app.cycles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
