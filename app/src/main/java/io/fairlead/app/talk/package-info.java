/// What people say about goals: comments with mentions, reactions, links, who follows, and the
/// activity of a goal, a team and the organisation. Owns no goal: who may read one may read and
/// join what is said about it, and nobody else.
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "audit",
      "people",
      "messages",
      "access",
      "framework",
      "cycles",
      "goals"
    })
@NullMarked
package io.fairlead.app.talk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
