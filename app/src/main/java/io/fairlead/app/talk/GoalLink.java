package io.fairlead.app.talk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of the web that somebody attached.
///
/// @param host where the address leads, so that nobody has to guess from the title
/// @param by who attached it; null once they are erased
/// @param mayRemove whether the viewer may take it away: who attached it, and whoever may change
///   the objective
public record GoalLink(
    UUID id,
    String title,
    String address,
    String host,
    @Nullable String by,
    Instant at,
    boolean mayRemove) {}
