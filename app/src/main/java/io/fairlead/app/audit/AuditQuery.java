package io.fairlead.app.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What of the record is asked for.
///
/// @param before the entry number after which the page begins, counting down
/// @param act part of an act's name; empty for all
/// @param person who acted or whom it was about
public record AuditQuery(
    @Nullable Long before,
    String act,
    @Nullable UUID person,
    @Nullable Instant from,
    @Nullable Instant until) {}
