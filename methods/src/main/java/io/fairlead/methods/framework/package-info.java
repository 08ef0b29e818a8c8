/// The framework document: one YAML text in which an organisation says how it manages performance.
/// Here are its typed model, its shape (from which the JSON Schema and the reference come), its
/// lint, the difference between two versions in words, edits that keep comments, and the calendar
/// it implies. Keeps no versions and applies nothing: that is the application's.
@NullMarked
package io.fairlead.methods.framework;

import org.jspecify.annotations.NullMarked;
