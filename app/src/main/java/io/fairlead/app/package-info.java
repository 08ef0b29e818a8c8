/// The product as a Spring Modulith: one package per capability, each using only those before it.
@NullMarked
package io.fairlead.app;

import org.jspecify.annotations.NullMarked;
