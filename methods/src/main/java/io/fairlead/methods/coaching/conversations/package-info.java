/// What somebody who leads people may think of before a difficult conversation, or a good one:
/// patterns of situations, each with what to look at first, an opening sentence, three questions,
/// what is better not said, and what could be agreed. Texts alone: nothing here knows of a person,
/// of a report or of a rating.
@NullMarked
package io.fairlead.methods.coaching.conversations;

import org.jspecify.annotations.NullMarked;
