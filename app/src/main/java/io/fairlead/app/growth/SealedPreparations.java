package io.fairlead.app.growth;

import io.fairlead.app.platform.keys.BrokenSeal;
import io.fairlead.app.platform.keys.KeyName;
import io.fairlead.app.platform.keys.KeyStore;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What somebody prepares stands in the database only sealed, with a key of theirs: who has a copy
/// of the database reads nothing of it.
@Component
class SealedPreparations {
  private final KeyStore keys;
  private final JsonMapper json;

  SealedPreparations(KeyStore keys, JsonMapper json) {
    this.keys = keys;
    this.json = json;
  }

  byte[] sealed(UUID owner, UUID conversation, Preparation preparation) {
    KeyName key = key(owner);
    keys.create(key);
    return keys.seal(key, json.writeValueAsBytes(preparation), bytes(conversation));
  }

  /// Empty where the key is not there or another, as on a database restored without its keys.
  Optional<Preparation> opened(UUID owner, UUID conversation, byte[] sealed) {
    try {
      return keys.open(key(owner), sealed, bytes(conversation))
          .map(plain -> json.readValue(plain, Preparation.class));
    } catch (BrokenSeal anotherKey) {
      return Optional.empty();
    }
  }

  private static KeyName key(UUID owner) {
    return new KeyName("conversations", owner.toString());
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
