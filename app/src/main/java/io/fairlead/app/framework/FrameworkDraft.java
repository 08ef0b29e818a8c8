package io.fairlead.app.framework;

import java.time.Instant;
import java.util.UUID;

/// A document that somebody is working on. Only its author sees it until it is put in force.
///
/// @param basedOn the version that was in force when it was begun
/// @param version counts how often it was saved
public record FrameworkDraft(
    UUID id, String document, int basedOn, Instant savedAt, long version) {}
