@NullMarked
package io.fairlead.methods.reference;

import org.jspecify.annotations.NullMarked;
