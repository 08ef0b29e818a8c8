/// What is in progress: modules say it, the board of the studio shows it.
@NullMarked
package io.fairlead.app.platform.running;

import org.jspecify.annotations.NullMarked;
