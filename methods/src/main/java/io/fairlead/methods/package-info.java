/// How performance is measured, as a library: pure functions over records. Nothing here reads a
/// file, a clock, a locale or a random source; whoever calls passes them in.
@NullMarked
package io.fairlead.methods;

import org.jspecify.annotations.NullMarked;
