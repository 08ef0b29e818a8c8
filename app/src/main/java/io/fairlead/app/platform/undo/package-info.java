/// Taking back what one did: for a day, or until someone built on it.
@NullMarked
package io.fairlead.app.platform.undo;

import org.jspecify.annotations.NullMarked;
