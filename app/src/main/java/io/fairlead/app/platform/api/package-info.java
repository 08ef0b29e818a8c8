/// The description of the JSON API, served by the app itself.
@NullMarked
package io.fairlead.app.platform.api;

import org.jspecify.annotations.NullMarked;
