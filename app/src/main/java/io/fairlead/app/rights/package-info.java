/// What people may ask about themselves and what the organisation owes them: a person's export,
/// erasure that leaves others' records whole, how long what is kept, and the paper that says all of
/// it. Knows no record of any module but through what each declares (`PersonalData`).
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "audit",
      "people",
      "messages",
      "access",
      "framework",
      "cycles",
      "goals",
      "talk",
      "integrations"
    })
@NullMarked
package io.fairlead.app.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
