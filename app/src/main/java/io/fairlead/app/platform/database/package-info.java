/// The PostgreSQL under everything: the one we bring and run, or the operator's own. Owns the data
/// folder, the roles and how they are signed in to, backup and restore. Knows no table of any
/// capability. Plain Java, so that the command line can use it without Spring.
@NullMarked
package io.fairlead.app.platform.database;

import org.jspecify.annotations.NullMarked;
