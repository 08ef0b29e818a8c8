package io.fairlead.app.access;

import java.util.UUID;

/// Somebody who can be invited: they have set no password and are not locked.
///
/// @param name for a preview
public record Invitable(UUID person, String name) {}
