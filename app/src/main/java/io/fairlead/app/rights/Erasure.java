package io.fairlead.app.rights;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wish to erase somebody, as it was confirmed.
///
/// @param name their name, typed once more
/// @param writings what becomes of what they wrote: `keep` or `empty`
/// @param key idempotency key
public record Erasure(
    UUID person,
    @Nullable String name,
    @Nullable String writings,
    @Nullable String reason,
    @Nullable String key) {}
