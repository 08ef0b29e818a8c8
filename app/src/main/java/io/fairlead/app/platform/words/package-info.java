/// The text people read: message bundles, one per module, and the vocabulary an organisation
/// renames.
@NullMarked
package io.fairlead.app.platform.words;

import org.jspecify.annotations.NullMarked;
