package io.fairlead.app.people;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Where a page ended: the last row's sort key and id. Opaque to clients.
record Cursor(String key, UUID id) {
  String encoded() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((id + key).getBytes(StandardCharsets.UTF_8));
  }

  /// Empty for a text that no page ever ended with.
  static Optional<Cursor> decoded(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      return Optional.of(new Cursor(plain.substring(36), UUID.fromString(plain.substring(0, 36))));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
