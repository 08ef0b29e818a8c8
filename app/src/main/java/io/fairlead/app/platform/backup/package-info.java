/// Everything that the database holds, in one file and back. Knows no table: it asks the database
/// what there is, so that a module's new table is in the next backup without anyone thinking of it.
@NullMarked
package io.fairlead.app.platform.backup;

import org.jspecify.annotations.NullMarked;
