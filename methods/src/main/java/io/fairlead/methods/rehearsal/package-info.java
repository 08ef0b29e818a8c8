/// What a framework asks of people in minutes, before anyone lives with it.
@NullMarked
package io.fairlead.methods.rehearsal;

import org.jspecify.annotations.NullMarked;
