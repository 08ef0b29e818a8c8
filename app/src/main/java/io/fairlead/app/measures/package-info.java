/// Measures of the running business: what they mean, whose they are, their values over time with
/// every correction, the usual range they stay in and what left it. The statistics are in
/// `methods.measures`. Owns no goal: what a measure is used for is said by those who use it.
@ApplicationModule(
    allowedDependencies = {"platform", "audit", "people", "messages", "access", "framework"})
@NullMarked
package io.fairlead.app.measures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
