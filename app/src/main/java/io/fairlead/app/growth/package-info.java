/// What somebody learns and works on: lessons, their development plan, and conversations that they
/// prepare with people of their line. All of it is its writer's own. Nothing here is read by a
/// review, by pay or by people operations; a manager reads what was shared with them.
@ApplicationModule(
    allowedDependencies = {"platform", "audit", "people", "messages", "access", "framework"})
@NullMarked
package io.fairlead.app.growth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
