package io.fairlead.app.disclosure;

import io.fairlead.app.platform.keys.BrokenSeal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Answers while a round is open: saved as one writes, read again by whoever holds the slip, taken
/// back. The database, its log and its backups hold only what the round's key closed, and that key
/// is kept beside them.
///
/// A slip is a random id that the module which runs the round gives to one writer about one
/// subject; whether somebody may use it is for that module to ask.
@Component
public class Sheets {
  private final SheetStore store;
  private final RoundKey key;
  private final Clock clock;

  Sheets(SheetStore store, RoundKey key, Clock clock) {
    this.store = store;
    this.key = key;
    this.clock = clock;
  }

  /// Whether the round's key is there, made by this call or before. A round that was not opened in
  /// the end leaves a key that closed nothing.
  public boolean makeReady(UUID round) {
    return key.make(round);
  }

  /// Lets answers come in.
  ///
  /// @throws IllegalStateException where the round's key cannot be made
  public void open(UUID round) {
    if (!key.make(round)) {
      throw new IllegalStateException("the key of round %s cannot be made".formatted(round));
    }
    store.open(round, clock.instant());
  }

  /// What was written so far, or nothing where nothing was, or nobody can read it any more.
  ///
  /// @throws io.fairlead.app.platform.keys.BrokenSeal when somebody changed it in the database
  public Optional<Sheet> find(UUID round, UUID slip) {
    return store
        .find(round, slip)
        .flatMap(found ->
            key.open(round, slip, found.revision(), found.body())
                .map(words -> new Sheet(found.revision(), words)));
  }

  /// Those of several rounds that were written and can still be read; without those that somebody
  /// changed in the database.
  ///
  /// @param rounds by slip
  public Map<UUID, Sheet> find(Map<UUID, UUID> rounds) {
    if (rounds.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Sheet> found = new HashMap<>();
    store
        .find(rounds)
        .forEach((slip, sheet) ->
            readable(Objects.requireNonNull(rounds.get(slip)), slip, sheet)
                .ifPresent(words -> found.put(slip, new Sheet(sheet.revision(), words))));
    return found;
  }

  private Optional<byte[]> readable(UUID round, UUID slip, SheetStore.Closed sheet) {
    try {
      return key.open(round, slip, sheet.revision(), sheet.body());
    } catch (BrokenSeal changed) {
      return Optional.empty();
    }
  }

  /// Puts the whole sheet in place of what stood there.
  ///
  /// @param revision the one that was written on; 0 for a first saving
  public Kept keep(UUID round, UUID slip, long revision, byte[] words) {
    if (!key.isWhole(round)) {
      return "sealed".equals(store.state(round)) ? new Kept.Closed() : new Kept.KeyLost();
    }
    byte[] body = key.close(round, slip, revision + 1, words);
    long kept = store.keep(round, slip, revision, body);
    if (kept == SheetStore.STALE) {
      return new Kept.Stale();
    }
    return kept == SheetStore.CLOSED ? new Kept.Closed() : new Kept.Saved(kept);
  }

  /// Whether anybody, its writer included, can still read what was written. Where not, it is lost
  /// unless the key is put back.
  public boolean canBeRead(UUID round) {
    return key.isWhole(round);
  }

  /// Takes back all that was written; possible until the close.
  ///
  /// @return whether there was something, and it is gone
  public boolean withdraw(UUID round, UUID slip) {
    return store.withdraw(round, slip);
  }

  /// On how many of these slips something was written: to be told in bands alone.
  public int written(UUID round, List<UUID> slips) {
    return store.written(round, slips);
  }

  /// Ends a round without anything being left of what was written: in the caller's transaction the
  /// sheets go, and their key once it has ended well.
  public void discard(UUID round) {
    store.discard(round, clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            key.destroy(round);
          }
        });
  }
}
