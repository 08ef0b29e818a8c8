package io.fairlead.app.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail to one person, on its way out.
///
/// @param id also its Message-ID, however often it is tried
/// @param kind what the studio counts it under, such as `invitation`; message key
///   `mail-kind.<kind>`
/// @param token a secret that its links carry; kept sealed, and only until it is sent
/// @param uselessFrom when what it leads to is over; null: never
public record Mail(
    UUID id,
    UUID recipient,
    String kind,
    Letter letter,
    @Nullable String token,
    @Nullable Instant uselessFrom) {}
