/// The first run: from the one-time link to people who have goals, small or large, in an order that
/// can be left and come back to; and whether the server itself is ready. Owns how far that has come
/// and nothing else: what is set up belongs to the modules below.
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "audit",
      "people",
      "messages",
      "access",
      "framework",
      "cycles",
      "goals"
    })
@NullMarked
package io.fairlead.app.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
