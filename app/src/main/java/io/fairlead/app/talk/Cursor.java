package io.fairlead.app.talk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// A place in what happened, by time and id: the next page begins behind it.
record Cursor(Instant at, UUID id) {
  /// Before everything that has happened yet.
  static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  String encoded() {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((micros + " " + id).getBytes(StandardCharsets.US_ASCII));
  }

  static Optional<Cursor> decoded(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 2);
      return Optional.of(
          new Cursor(
              Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
              UUID.fromString(parts[1])));
    } catch (RuntimeException notACursor) {
      return Optional.empty();
    }
  }
}
