@NullMarked
package io.fairlead.app.goals;

import org.jspecify.annotations.NullMarked;
