@NullMarked
package io.fairlead.app.platform.jobs;

import org.jspecify.annotations.NullMarked;
