@NullMarked
package io.fairlead.methods.framework;

import org.jspecify.annotations.NullMarked;
