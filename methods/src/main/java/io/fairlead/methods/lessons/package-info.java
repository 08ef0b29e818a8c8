/// What people learn before they give, read or talk about feedback: lessons of six to eight minutes
/// with a worked case and a check, a workshop of an hour, and the lint over both. Who has done a
/// lesson is kept elsewhere, and never listed.
@NullMarked
package io.fairlead.methods.lessons;

import org.jspecify.annotations.NullMarked;
