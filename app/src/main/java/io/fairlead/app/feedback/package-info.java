/// Feedback that several people give about one: rounds, who is asked, answers, and the one report
/// that is published of them. Owns no answer while it can be told whose it is: that lies in module
/// `disclosure`; what a report may say is decided in `methods.disclosure`. Reviews, calibration and
/// pay may not depend on it.
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "audit",
      "disclosure",
      "people",
      "messages",
      "access",
      "framework",
      "instruments",
      "cycles",
      "measures",
      "goals",
      "talk",
      "growth"
    })
@NullMarked
package io.fairlead.app.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
