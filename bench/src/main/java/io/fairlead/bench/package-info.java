/// Benchmarks of the methods and load scenarios for the app.
@NullMarked
package io.fairlead.bench;

import org.jspecify.annotations.NullMarked;
