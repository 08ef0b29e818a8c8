package io.fairlead.app.people;

import java.util.UUID;

/// A person has left: published inside the transaction in which their last day passed. What they
/// still own becomes somebody's task.
public record PersonLeft(UUID person) {}
