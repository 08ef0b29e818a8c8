@NullMarked
package io.fairlead.methods.scorecard;

import org.jspecify.annotations.NullMarked;
