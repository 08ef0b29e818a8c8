@NullMarked
package io.fairlead.methods.goals;

import org.jspecify.annotations.NullMarked;
