/// What feedback asks: competencies, rating items with a behaviour described at every point,
/// instruments made of them, behaviours for a plan, and the lint over all of it. Pure models and
/// the content that comes with Fairlead; who is asked, and what of the answers is shown, is decided
/// elsewhere.
@NullMarked
package io.fairlead.methods.instruments;

import org.jspecify.annotations.NullMarked;
