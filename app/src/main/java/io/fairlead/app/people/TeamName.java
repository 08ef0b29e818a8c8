package io.fairlead.app.people;

import java.util.UUID;

/// A cross-functional team, named.
public record TeamName(UUID id, String name) {}
