/// Work that happens later or again and again, on any node: the one scheduler, and the table it
/// claims from.
@NullMarked
package io.fairlead.app.platform.jobs;

import org.jspecify.annotations.NullMarked;
