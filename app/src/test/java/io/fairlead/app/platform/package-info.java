@NullMarked
package io.fairlead.app.platform;

import org.jspecify.annotations.NullMarked;
