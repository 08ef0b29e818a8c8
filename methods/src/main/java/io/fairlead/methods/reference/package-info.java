/// Cases with known answers, and the check that the methods give them. Owns no method: each kind of
/// case feeds its figures to the package it is about and compares. The built-in cases and anyone's
/// own files of the same kinds go the same way.
@NullMarked
package io.fairlead.methods.reference;

import org.jspecify.annotations.NullMarked;
