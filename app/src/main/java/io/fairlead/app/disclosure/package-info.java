/// What nobody may trace to who said it: answers while they come in, what is left of them after the
/// close, and who was counted where. Owns schema `sealed`; it does not know what a question means,
/// and it publishes nothing.
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.fairlead.app.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
