/// Objectives and key results as arithmetic: scores, grades, alignment and its roll-ups, pace,
/// forecast, status, and the flat goals file. Owns no people, no history and no access rule; knows
/// no calendar but the day numbers and dates it is given. A result that cannot be had is a status,
/// never `NaN` and never a silent zero.
@NullMarked
package io.fairlead.methods.goals;

import org.jspecify.annotations.NullMarked;
