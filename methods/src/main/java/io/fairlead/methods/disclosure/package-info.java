/// What a report of feedback may say: the release rule. It decides from counts alone which groups
/// are shown together, clips what lies near an end of the scale, and gives everything else
/// (intervals, gaps, order) from what is published, by types that cannot hold an answer. Who may
/// read a report, and when a round opens and closes, is decided elsewhere.
@NullMarked
package io.fairlead.methods.disclosure;

import org.jspecify.annotations.NullMarked;
