/// How people get in and what they were given: accounts, sessions, tokens, one-time links, roles,
/// and the policy table as a page. Decides nothing about other modules' records; they declare their
/// own rows.
@ApplicationModule(allowedDependencies = {"platform", "audit", "people", "messages"})
@NullMarked
package io.fairlead.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
