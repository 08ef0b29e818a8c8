/// Brightwell Instruments, a made-up company: two years of an organisation, simulated from a seed
/// into records. Writing them into a database, as `fairlead demo` will, is not part of it yet. Owns
/// no tables.
@ApplicationModule(
    allowedDependencies = {"platform", "audit", "people", "access", "framework", "cycles", "goals"})
@NullMarked
package io.fairlead.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
