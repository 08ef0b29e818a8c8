/// What a report of feedback may mean, and how to talk about it: patterns with more than one
/// reading each, found in published figures alone, and a guide for whoever holds the debrief. The
/// types cannot hold an answer, so a guide tells nothing that the report does not. Who may read a
/// guide (nobody who may not read the report) is decided elsewhere.
@NullMarked
package io.fairlead.methods.coaching;

import org.jspecify.annotations.NullMarked;
