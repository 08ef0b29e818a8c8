/// Attackers of published feedback. They know the scale, the rule, the policy, who was invited into
/// which group, how many answered, everything ever published and what colluders gave; they must
/// find nothing that the promise rules out. They never see an answer except a colluder's own.
@NullMarked
package io.fairlead.methods.disclosure.attack;

import org.jspecify.annotations.NullMarked;
