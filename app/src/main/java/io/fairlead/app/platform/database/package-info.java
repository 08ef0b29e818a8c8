/// The database: the embedded server and its launcher, or an external one; roles, migrations,
/// backup and restore.
@NullMarked
package io.fairlead.app.platform.database;

import org.jspecify.annotations.NullMarked;
