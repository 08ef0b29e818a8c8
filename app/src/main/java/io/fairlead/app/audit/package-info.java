/// The record of decisions and of sensitive reads: who did what to whose record, by ids only,
/// appended in the acting transaction and chained by hash. It holds no content and is never
/// changed.
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.fairlead.app.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
