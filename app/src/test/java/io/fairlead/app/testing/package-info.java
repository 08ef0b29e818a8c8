/// What the app's tests share: one server on one real database for the whole suite, one small
/// company with names, and visitors who sign in as its people.
@NullMarked
package io.fairlead.app.testing;

import org.jspecify.annotations.NullMarked;
