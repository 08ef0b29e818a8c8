/// What every act that changes something shares: one transaction, and one effect per key however
/// often it is sent.
@NullMarked
package io.fairlead.app.platform.acts;

import org.jspecify.annotations.NullMarked;
