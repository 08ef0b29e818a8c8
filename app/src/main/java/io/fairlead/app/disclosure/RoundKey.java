package io.fairlead.app.disclosure;

import io.fairlead.app.platform.keys.BrokenSeal;
import io.fairlead.app.platform.keys.KeyName;
import io.fairlead.app.platform.keys.KeyStore;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The key of a round, which is made when it opens and destroyed once its answers are sealed. What
/// it closed opens only for the same slip and revision, so that one sheet put in another's place,
/// or an older one in a newer's, is noticed.
@Component
class RoundKey {
  private static final String PURPOSE = "round";

  private final KeyStore keys;

  RoundKey(KeyStore keys) {
    this.keys = keys;
  }

  /// One that is there already stays as it is.
  ///
  /// @return whether it is there now; not where its folder cannot be written
  boolean make(UUID round) {
    try {
      keys.create(name(round));
    } catch (IllegalStateException | BrokenSeal | UncheckedIOException refused) {
      return false;
    }
    return isWhole(round);
  }

  /// Whether it is there and was not damaged.
  boolean isWhole(UUID round) {
    try {
      keys.seal(name(round), new byte[0], new byte[0]);
      return true;
    } catch (IllegalStateException | BrokenSeal | UncheckedIOException lost) {
      return false;
    }
  }

  /// Those whose keys are there.
  List<UUID> rounds() {
    return keys.names(PURPOSE).stream().map(name -> UUID.fromString(name.subject())).toList();
  }

  void destroy(UUID round) {
    keys.destroy(name(round));
  }

  byte[] close(UUID round, UUID slip, long revision, byte[] words) {
    return keys.seal(name(round), Padding.fill(words), context(slip, revision));
  }

  /// Nothing when the key is gone.
  ///
  /// @throws io.fairlead.app.platform.keys.BrokenSeal when the sheet was changed or moved
  Optional<byte[]> open(UUID round, UUID slip, long revision, byte[] body) {
    return keys.open(name(round), body, context(slip, revision)).map(Padding::strip);
  }

  private static KeyName name(UUID round) {
    return new KeyName(PURPOSE, round.toString());
  }

  private static byte[] context(UUID slip, long revision) {
    return ByteBuffer.allocate(24)
        .putLong(slip.getMostSignificantBits())
        .putLong(slip.getLeastSignificantBits())
        .putLong(revision)
        .array();
  }
}
