package io.fairlead.app.integrations;

import io.fairlead.app.platform.keys.KeyName;
import io.fairlead.app.platform.keys.KeyStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The secrets of webhooks, which have to be read again to sign: in the database only sealed, with
/// a key of the server's.
@Component
class WebhookSecrets {
  private static final KeyName KEY = new KeyName("webhooks", "secrets");

  private final KeyStore keys;
  private final WebhookStore store;

  WebhookSecrets(KeyStore keys, WebhookStore store) {
    this.keys = keys;
    this.store = store;
  }

  byte[] sealed(UUID webhook, String secret) {
    keys.create(KEY);
    return keys.seal(KEY, secret.getBytes(StandardCharsets.US_ASCII), bytes(webhook));
  }

  /// Those that sign now; empty where the key is not there, as on a restored database without it.
  List<String> of(UUID webhook, Instant now) {
    return store.secrets(webhook, now).stream()
        .map(sealed -> keys.open(KEY, sealed, bytes(webhook)))
        .flatMap(Optional::stream)
        .map(secret -> new String(secret, StandardCharsets.US_ASCII))
        .toList();
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
