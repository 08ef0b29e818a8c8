package io.fairlead.app.rights;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody was erased.
///
/// @param by name of who did it; null where that one was erased too
/// @param writings `keep` or `empty`
/// @param counts how many records of which kind went or were emptied; `names` counts the texts of
///   others in which the name stood
public record Erased(
    UUID person,
    @Nullable String by,
    Instant at,
    String reason,
    String writings,
    Map<String, Long> counts) {}
