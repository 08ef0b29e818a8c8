@NullMarked
package io.fairlead.methods.table;

import org.jspecify.annotations.NullMarked;
