/// What every capability stands on: outcomes, ids, who is looking, words, pages, the database and
/// its keys. Owns no record of the organisation and knows no capability. Open: its rooms are one
/// package each and all of them may be used.
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package io.fairlead.app.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
