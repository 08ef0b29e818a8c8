/// How others follow along: events, webhooks, calendars. Owns which events there were, where they
/// are sent and what became of it; knows no content of any record, only ids. What leaves the server
/// is what everybody in the organisation may see.
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
package io.fairlead.app.integrations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
