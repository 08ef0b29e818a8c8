/// Finding anything by its name: asks every module at once and shows what the viewer may see.
@NullMarked
package io.fairlead.app.platform.search;

import org.jspecify.annotations.NullMarked;
