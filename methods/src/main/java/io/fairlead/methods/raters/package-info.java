/// What raters add to what they rate: how severe each is, what a rating would be without that, and
/// where this cannot be told from a real difference. For rounds, instruments and offline analysis;
/// whom it may be shown is not decided here. What cannot be said is said so, never `NaN`.
@NullMarked
package io.fairlead.methods.raters;

import org.jspecify.annotations.NullMarked;
