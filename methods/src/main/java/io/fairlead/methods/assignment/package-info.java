/// Who rates whom in a feedback round, before it begins: raters for every reviewee under every
/// rater's cap, at least cost and with fair loads, or why there are not enough; and what a round
/// will take and give. Who may be nominated, and who decides, is ruled elsewhere.
@NullMarked
package io.fairlead.methods.assignment;

import org.jspecify.annotations.NullMarked;
