/// The framework document: its versions, who wrote them and why, which one was in force when, and
/// handing each module its section. Edits nothing of other modules; they say what a change would
/// strand.
@ApplicationModule(allowedDependencies = {"platform", "audit", "people", "messages", "access"})
@NullMarked
package io.fairlead.app.framework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
