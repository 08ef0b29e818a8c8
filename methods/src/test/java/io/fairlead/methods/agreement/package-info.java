@NullMarked
package io.fairlead.methods.agreement;

import org.jspecify.annotations.NullMarked;
