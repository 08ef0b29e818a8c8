/// What feedback asks: the instruments that come with Fairlead and those that the organisation
/// writes, with their drafts and editions. Owns no round and no answer, and decides nothing about
/// wording: competencies, items, lint and files are in `methods.instruments`.
@ApplicationModule(allowedDependencies = {"platform", "audit", "people", "access", "framework"})
@NullMarked
package io.fairlead.app.instruments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
