/// The web kit: the frame around every page, the page resolver, errors, and the pieces pages are
/// made of.
@NullMarked
package io.fairlead.app.platform.web;

import org.jspecify.annotations.NullMarked;
