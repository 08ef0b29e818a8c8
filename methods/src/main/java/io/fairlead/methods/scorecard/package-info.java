/// The balanced scorecard as arithmetic: how near a measure is to what it should be, what that
/// makes of objectives, perspectives and the card, how cards follow from each other, and whether
/// the arrows of a strategy map show in the data. Owns no measure, no date and no access rule. What
/// has no data has no score and lowers the coverage; it is never counted as zero.
@NullMarked
package io.fairlead.methods.scorecard;

import org.jspecify.annotations.NullMarked;
