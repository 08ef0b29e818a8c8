package io.fairlead.app.disclosure;

import io.fairlead.app.disclosure.SheetStore.Closed;
import io.fairlead.app.platform.keys.BrokenSeal;
import io.fairlead.methods.disclosure.Ledger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Ends a round: nothing comes in any more; in one transaction what people wrote becomes what is
/// left of it, in random order and under random ids, and the sheets go; then the key is destroyed.
/// Whoever has the database, its log and every backup cannot tell afterwards who wrote what.
///
/// A process killed on the way leaves the round closed and whole, or sealed with a key that opens
/// nothing; calling again ends it, and so does [#destroyLeftKeys()].
@Component
public class Sealing {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SheetStore store;
  private final SealedReader reader;
  private final RoundKey key;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Sealing(
      SheetStore store,
      SealedReader reader,
      RoundKey key,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.reader = reader;
    this.key = key;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// The slips that were given out about one subject.
  public record Folder(UUID subject, List<UUID> slips) {
    public Folder {
      slips = List.copyOf(slips);
    }
  }

  /// What the module that runs the round makes of the sheets. Runs inside the transaction, folder
  /// by folder and then once at the end; must read no other source of who wrote them into a table.
  public interface Work {
    /// First of all: whoever runs the round locks here what they lock before it elsewhere.
    default void begin() {}

    /// @param sheets what was written, by slip; without slips that nobody wrote on
    /// @param earlier who was counted together about this subject in the rounds of the last
    ///   [Ledger#MONTHS] months
    Remains remains(Folder folder, Map<UUID, byte[]> sheets, List<Set<UUID>> earlier);

    /// After the last folder: figures of the round as a whole.
    void finish();
  }

  /// How it ended.
  public sealed interface Ending {
    /// @param sheets how many there were; 0 when it had been sealed before
    record Sealed(long sheets) implements Ending {}

    /// The key is not there or damaged, and something was written: nothing can be read, and nothing
    /// was changed but that the round is closed.
    record KeyLost() implements Ending {}

    /// These were changed in the database since they were written; nothing was changed but that the
    /// round is closed.
    record Broken(List<UUID> slips) implements Ending {}

    /// There is no such round.
    record Unknown() implements Ending {}
  }

  /// @param folders every slip that was given out: what lies on one that is in none of them is not
  ///   thrown away
  /// @throws IllegalStateException when a sheet's slip is in no folder, or no login was named that
  ///   may read; the round is closed then and else unchanged
  public Ending seal(UUID round, List<Folder> folders, Work work) {
    String state = store.close(round, clock.instant());
    if (state == null) {
      return new Ending.Unknown();
    }
    Ending ending =
        state.equals("sealed")
            ? new Ending.Sealed(0)
            : reader.reading(open -> read(round, folders, work, open));
    if (ending instanceof Ending.Sealed) {
      key.destroy(round);
    }
    return ending;
  }

  /// Destroys keys that outlived their rounds, since the process was killed between the end of the
  /// transaction and the end of the key. Keys of rounds that this database does not know stay.
  public void destroyLeftKeys() {
    key.rounds().stream()
        .filter(round -> "sealed".equals(store.state(round)))
        .forEach(key::destroy);
  }

  private Ending read(UUID round, List<Folder> folders, Work work, SealedReader.Open open) {
    if (!key.isWhole(round) && open.sheets(round) > 0) {
      return new Ending.KeyLost();
    }
    return Optional.ofNullable(
            transaction.execute(status -> {
              work.begin();
              // Holds the round: of two nodes that end it one waits here and then finds it done.
              if ("sealed".equals(store.close(round, clock.instant()))) {
                return new Ending.Sealed(0);
              }
              Ending ending = laidDown(round, folders, work, open);
              if (!(ending instanceof Ending.Sealed)) {
                status.setRollbackOnly();
              }
              return ending;
            }))
        .orElseThrow();
  }

  private Ending laidDown(UUID round, List<Folder> folders, Work work, SealedReader.Open open) {
    List<UUID> broken = new ArrayList<>();
    Instant since = clock.instant().atZone(ZoneOffset.UTC).minusMonths(Ledger.MONTHS).toInstant();
    long found = 0;
    for (Folder folder : folders) {
      Map<UUID, Closed> sheets = open.sheets(round, folder.slips());
      found += sheets.size();
      Map<UUID, byte[]> words = opened(round, sheets, broken);
      if (broken.isEmpty()) {
        List<Set<UUID>> earlier = open.earlier(folder.subject(), since);
        store.layDown(
            round, folder.subject(), work.remains(folder, words, earlier).shuffled(RANDOM));
      }
    }
    if (!broken.isEmpty()) {
      return new Ending.Broken(List.copyOf(broken));
    }
    long there = open.sheets(round);
    if (there != found) {
      throw new IllegalStateException(
          "round %s holds %d sheets of which %d are in a folder".formatted(round, there, found));
    }
    work.finish();
    store.seal(round, clock.instant());
    return new Ending.Sealed(found);
  }

  private Map<UUID, byte[]> opened(UUID round, Map<UUID, Closed> sheets, List<UUID> broken) {
    Map<UUID, byte[]> words = new TreeMap<>();
    sheets.forEach((slip, sheet) -> {
      try {
        words.put(slip, key.open(round, slip, sheet.revision(), sheet.body()).orElseThrow());
      } catch (BrokenSeal changed) {
        broken.add(slip);
      }
    });
    return words;
  }
}
