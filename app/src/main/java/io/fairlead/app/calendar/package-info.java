/// One's own calendar feed: the days of the cycles and of one's check-ins, for the calendar program
/// one uses anyway, at an address that is the right to it. Owns who has such an address and what it
/// last said; the days belong to the modules below.
@ApplicationModule(
    allowedDependencies = {"platform", "audit", "people", "access", "framework", "cycles", "goals"})
@NullMarked
package io.fairlead.app.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
