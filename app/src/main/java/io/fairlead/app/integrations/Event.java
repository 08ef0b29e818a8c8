package io.fairlead.app.integrations;

import java.time.Instant;
import java.util.UUID;

/// Something that happened to a record, by ids only.
///
/// @param number its place in the sequence
/// @param type what happened, such as `objective.graded`
public record Event(
    UUID id, long number, Instant at, String type, String recordType, UUID record) {}
