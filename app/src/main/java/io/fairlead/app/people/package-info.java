/// Who works here, in which unit and team, and who manages whom, today and on any day before:
/// persons, identities, units, employments, reporting lines, teams. Knows nothing of signing in or
/// of roles.
@ApplicationModule(allowedDependencies = {"platform", "audit"})
@NullMarked
package io.fairlead.app.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
