/// The command line. Offline commands start here and never load Spring; `serve` and `demo` hand
/// over to the application.
@NullMarked
package io.fairlead.cli;

import org.jspecify.annotations.NullMarked;
