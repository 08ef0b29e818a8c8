package io.fairlead.app.people;

import java.util.UUID;

/// A person of whom it was said that they left works here after all.
public record PersonReturned(UUID person) {}
