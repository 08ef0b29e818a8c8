package io.fairlead.app.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail to one person, on its way out.
///
/// @param id also its Message-ID, however often it is tried
/// @param recipient null where it goes to somebody without an account
/// @param outsider an id by which a module's [Outsiders] know them
/// @param kind what the studio counts it under, such as `invitation`; message key
///   `mail-kind.<kind>`
/// @param token a secret that its links carry; kept sealed, and only until it is sent
/// @param uselessFrom when what it leads to is over; null: never
public record Mail(
    UUID id,
    @Nullable UUID recipient,
    @Nullable UUID outsider,
    String kind,
    Letter letter,
    @Nullable String token,
    @Nullable Instant uselessFrom) {

  /// To somebody who has an account.
  public Mail(
      UUID id,
      UUID recipient,
      String kind,
      Letter letter,
      @Nullable String token,
      @Nullable Instant uselessFrom) {
    this(id, recipient, null, kind, letter, token, uselessFrom);
  }

  /// To somebody who has none; the secret in its link is made when it is sent.
  public static Mail outside(UUID id, UUID outsider, String kind, Letter letter) {
    return new Mail(id, null, outsider, kind, letter, null, null);
  }
}
