/// What people are told, and how it reaches them: an inbox, what each wants of which kind and when.
/// Owns no fact it tells of: modules say who is to know what, by a key of their own words.
@ApplicationModule(allowedDependencies = {"platform", "audit", "people"})
@NullMarked
package io.fairlead.app.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
