package io.fairlead.app.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened on a day, in somebody's words: "price change".
///
/// @param rebases whether it changed the process: the usual range is found anew from there on
/// @param by null when the name is known no longer
public record MeasureEvent(
    UUID id, LocalDate day, String words, boolean rebases, @Nullable String by, Instant at) {}
