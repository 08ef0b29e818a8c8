/// What can be told of an organisation from who reports to whom and who works where.
@NullMarked
package io.fairlead.methods.organisation;

import org.jspecify.annotations.NullMarked;
