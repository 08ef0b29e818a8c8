/// The board of everything in progress. Owns nothing; it collects from the modules below, which say
/// counts and what can be done.
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.fairlead.app.running;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
