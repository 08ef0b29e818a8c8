@NullMarked
package io.fairlead.app.access;

import org.jspecify.annotations.NullMarked;
