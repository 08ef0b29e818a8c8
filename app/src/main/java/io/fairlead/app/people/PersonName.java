package io.fairlead.app.people;

import java.util.UUID;

/// A person as others name them: the least that a list or a link needs.
///
/// @param name empty in a history whose person was erased
public record PersonName(UUID id, String name) {}
