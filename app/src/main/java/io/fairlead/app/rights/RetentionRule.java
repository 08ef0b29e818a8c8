package io.fairlead.app.rights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long a kind of record is kept.
///
/// @param code of the kind (`RetainedRecord`)
/// @param suggested months, where nobody has said how long
/// @param least months that can be said
/// @param empties whether the record stays and only its words go
/// @param months null: as long as nobody says otherwise
/// @param setBy name of who said so; null where nobody did, or they were erased
/// @param ranAt when the job last looked; null before it did
/// @param deleted how many went so far
public record RetentionRule(
    String code,
    int suggested,
    int least,
    boolean empties,
    @Nullable Integer months,
    @Nullable String setBy,
    @Nullable Instant setAt,
    @Nullable Instant ranAt,
    long deleted) {}
