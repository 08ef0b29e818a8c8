/// The first page: what needs the viewer, with minutes and one next action, and how their goals
/// stand. Owns nothing; it collects from the modules below.
@ApplicationModule(
    allowedDependencies = {"platform", "audit", "people", "access", "framework", "cycles", "goals"})
@NullMarked
package io.fairlead.app.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
