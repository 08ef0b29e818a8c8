/// Keys that make words readable for a while: one for a round, one for a person's private notes.
/// Owns the folder `keys` beside the database, and nothing in the database: whoever has a copy of
/// the database alone reads nothing, and once a key is destroyed nobody does.
@NullMarked
package io.fairlead.app.platform.keys;

import org.jspecify.annotations.NullMarked;
