/// Who may do what to which fields of whose record: rows that modules declare, and the SQL
/// conditions made of them.
@NullMarked
package io.fairlead.app.platform.policy;

import org.jspecify.annotations.NullMarked;
