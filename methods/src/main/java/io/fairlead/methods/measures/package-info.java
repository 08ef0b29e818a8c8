/// Measures as arithmetic: whether a number moved, whether it goes with the seasons, and whether
/// one leads another. Works on values in the order of time; owns no measure, no date and no access
/// rule. What cannot be said for want of data is said so, never `NaN` and never a guess.
@NullMarked
package io.fairlead.methods.measures;

import org.jspecify.annotations.NullMarked;
