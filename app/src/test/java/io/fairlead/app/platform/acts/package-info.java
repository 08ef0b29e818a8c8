@NullMarked
package io.fairlead.app.platform.acts;

import org.jspecify.annotations.NullMarked;
