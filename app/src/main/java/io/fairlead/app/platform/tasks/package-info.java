/// What somebody has to do: modules say it, Home shows it.
@NullMarked
package io.fairlead.app.platform.tasks;

import org.jspecify.annotations.NullMarked;
