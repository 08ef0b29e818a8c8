/// What the product holds about people, declared by the modules that hold it: what goes into a
/// person's export, what becomes of it when they are erased, and how long it is kept.
@NullMarked
package io.fairlead.app.platform.personal;

import org.jspecify.annotations.NullMarked;
