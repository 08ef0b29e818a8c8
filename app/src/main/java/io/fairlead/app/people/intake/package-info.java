/// Reading people files: what a file is, which product wrote it, and what each row says of one
/// person. Pure: no database, no clock.
@NullMarked
package io.fairlead.app.people.intake;

import org.jspecify.annotations.NullMarked;
