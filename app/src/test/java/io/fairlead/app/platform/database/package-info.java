@NullMarked
package io.fairlead.app.platform.database;

import org.jspecify.annotations.NullMarked;
