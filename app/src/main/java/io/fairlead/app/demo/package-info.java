/// Brightwell Instruments, the made-up company of `fairlead demo`: two years of an organisation,
/// simulated from a seed, written into an empty database at the first start. Owns no tables, and
/// refuses to touch a database that has a person in it.
@ApplicationModule(
    allowedDependencies = {
      "platform", "audit", "people", "access", "framework", "cycles", "goals"
    })
@NullMarked
package io.fairlead.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
