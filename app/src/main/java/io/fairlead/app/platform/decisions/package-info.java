/// The database as it is for modules that decide about people. Owns no record; knows which tables
/// such modules may reach, and none of them.
@NullMarked
package io.fairlead.app.platform.decisions;

import org.jspecify.annotations.NullMarked;
