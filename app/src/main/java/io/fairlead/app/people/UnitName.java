package io.fairlead.app.people;

import java.util.UUID;

/// A unit of the organisation, named.
public record UnitName(UUID id, String name) {}
