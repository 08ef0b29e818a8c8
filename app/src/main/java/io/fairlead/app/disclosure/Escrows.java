package io.fairlead.app.disclosure;

import io.fairlead.app.platform.keys.BrokenSeal;
import io.fairlead.app.platform.keys.KeyName;
import io.fairlead.app.platform.keys.KeyStore;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Who wrote which published comment, closed for two custodians off this server, for so long as a
/// round said. Around each package lies one more layer, whose key is in the key store: once it is
/// destroyed no copy of the database opens for anybody.
@Component
public class Escrows {
  private static final Logger LOG = LoggerFactory.getLogger(Escrows.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Six kilobytes each, in one statement.
  private static final int AT_ONCE = 500;

  private final EscrowStore store;
  private final KeyStore keys;
  private final Clock clock;

  Escrows(EscrowStore store, KeyStore keys, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
  }

  /// Lays packages down, while the round is being closed and in that transaction.
  public void put(List<EscrowPackage> packages) {
    if (packages.isEmpty()) {
      return;
    }
    UUID round = packages.getFirst().round();
    keys.create(key(round));
    List<EscrowPackage> shuffled = new ArrayList<>(packages);
    Collections.shuffle(shuffled, RANDOM);
    for (int from = 0; from < shuffled.size(); from += AT_ONCE) {
      List<EscrowPackage> some = shuffled.subList(from, Math.min(from + AT_ONCE, shuffled.size()));
      store.put(
          round,
          packages.getFirst().expires(),
          some.stream().map(EscrowPackage::comment).toArray(UUID[]::new),
          some.stream()
              .map(each ->
                  keys.seal(
                      key(round), Padding.fill(EscrowFile.bytes(each)), bytes(each.comment())))
              .toArray(byte[][]::new));
    }
  }

  /// Until when something of a round can be opened; empty where it laid nothing down. Stays when it
  /// is over.
  public Optional<Instant> until(UUID round) {
    return store.until(round);
  }

  /// The package of a comment: nothing where there is none, its days are over, or its key is gone.
  ///
  /// @throws BrokenSeal when somebody changed it in the database
  public Optional<EscrowPackage> find(UUID round, UUID comment) {
    return store
        .find(round, comment)
        .flatMap(body -> keys.open(key(round), body, bytes(comment)))
        .map(Padding::strip)
        .flatMap(EscrowFile::read)
        .filter(found -> !found.isExpired(clock.instant()));
  }

  /// Ends what is over. The key goes first: cut off after that, the rows that are left open for
  /// nobody, and go the next time.
  public void expire() {
    for (UUID round : store.due(clock.instant())) {
      keys.destroy(key(round));
      store.end(round);
      LOG.info("The escrow of round {} is over: its packages and their key are gone", round);
    }
  }

  /// The key of a round's escrow, which like the round's own is left out of every copy.
  public static KeyName key(UUID round) {
    return new KeyName("round-escrow", round.toString());
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
