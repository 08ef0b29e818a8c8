package io.fairlead.app.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.disclosure.Sealing.Ending;
import io.fairlead.app.disclosure.Sealing.Folder;
import io.fairlead.app.platform.keys.KeyStore;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Operator;
import io.fairlead.app.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Products that break the promise in one place each: one writes answers down as they are, one
/// keeps who wrote what, one keeps the key. What `feedback.OperatorAttackTest` searches with finds
/// each of them, and nothing of the product as it is.
@AppTest
class OperatorMutantsTest {
  @Autowired SheetStore store;
  @Autowired SealedReader reader;
  @Autowired KeyStore keys;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Clock clock;
  @Autowired JdbcClient database;
  @Autowired Environment environment;

  @TempDir Path temporary;

  private final UUID round = UUID.randomUUID();
  private final UUID slip = UUID.randomUUID();
  private final String candid = "candid" + UUID.randomUUID();
  private Operator operator;
  private String since = "";

  @BeforeEach
  void anOperatorWaits() throws SQLException {
    operator = new Operator(environment);
    since = operator.segment();
  }

  /// What the operator got hold of: while the round was open, and after its close.
  private record Copies(Path log, Path before, Path after) {}

  private Copies lifeOfARound(SheetStore store, RoundKey key) throws SQLException, IOException {
    Sheets sheets = new Sheets(store, key, clock);
    sheets.open(round);
    assertThat(sheets.keep(round, slip, 0, candid.getBytes(UTF_8))).isEqualTo(new Kept.Saved(1));
    Path before = operator.backup(temporary.resolve("before.backup"));
    assertThat(
            new Sealing(store, reader, key, transactions, clock)
                .seal(round, List.of(new Folder(UUID.randomUUID(), List.of(slip))), new Nothing()))
        .isEqualTo(new Ending.Sealed(1));
    return new Copies(
        operator.archivedLog(temporary.resolve("log"), since),
        before,
        operator.backup(temporary.resolve("after.backup")));
  }

  /// Of one writer nothing is published.
  private static final class Nothing implements Sealing.Work {
    @Override
    public Remains remains(Folder folder, Map<UUID, byte[]> sheets, List<Set<UUID>> earlier) {
      return new Remains(List.of(), List.of(), List.of());
    }

    @Override
    public void finish() {}
  }

  @Test
  void theProductAsItIsLeavesNothing() throws SQLException, IOException {
    Copies copies = lifeOfARound(store, new RoundKey(keys));
    assertThat(operator.onDisk(candid)).isEmpty();
    assertThat(operator.inTables(candid, slip.toString())).isEmpty();
    assertThat(Operator.in(copies.log(), candid)).isEmpty();
    assertThat(Operator.inBackup(copies.before(), candid)).isEmpty();
    assertThat(Operator.inBackup(copies.after(), candid, slip.toString())).isEmpty();
    assertThat(Operator.openedOfBackup(copies.before(), TestDatabase.keys(), round)).isEmpty();
    assertThat(Operator.openedOfLog(copies.log(), TestDatabase.keys(), round)).isEmpty();
  }

  private static final class PlainKey extends RoundKey {
    PlainKey(KeyStore keys) {
      super(keys);
    }

    @Override
    byte[] close(UUID round, UUID slip, long revision, byte[] words) {
      return Padding.fill(words);
    }

    @Override
    Optional<byte[]> open(UUID round, UUID slip, long revision, byte[] body) {
      return Optional.of(Padding.strip(body));
    }
  }

  @Test
  void answersThatAreStoredAsTheyAreAreFound() throws SQLException, IOException {
    Copies copies = lifeOfARound(store, new PlainKey(keys));
    assertThat(operator.onDisk(candid)).as("in the table and its log").isNotEmpty();
    assertThat(Operator.in(copies.log(), candid)).isNotEmpty();
    assertThat(Operator.inBackup(copies.before(), candid)).containsExactly("tables/sealed.sheet");
    assertThat(Operator.inBackup(copies.after(), candid)).as("gone with the close").isEmpty();
  }

  @Test
  void aWayFromWhoWroteToWhatIsLeftIsFound() throws SQLException, IOException {
    SheetStore linking =
        new SheetStore(database) {
          @Override
          void layDown(UUID round, UUID subject, Remains remains) {
            super.layDown(
                round,
                subject,
                new Remains(
                    List.of(new Remains.Score("of " + slip, "listening", 7_560)),
                    List.of(),
                    List.of()));
          }
        };
    Copies copies = lifeOfARound(linking, new RoundKey(keys));
    assertThat(operator.inTables(slip.toString())).hasSize(1);
    assertThat(Operator.inBackup(copies.after(), slip.toString()))
        .containsExactly("tables/sealed.score");
  }

  private static final class KeptKey extends RoundKey {
    KeptKey(KeyStore keys) {
      super(keys);
    }

    @Override
    void destroy(UUID round) {}
  }

  @Test
  void aKeyThatOutlivesTheCloseOpensEveryCopy() throws SQLException, IOException {
    Copies copies = lifeOfARound(store, new KeptKey(keys));
    assertThat(operator.inTables(candid)).isEmpty();
    assertThat(Operator.openedOfBackup(copies.before(), TestDatabase.keys(), round))
        .contains(candid);
    assertThat(Operator.openedOfLog(copies.log(), TestDatabase.keys(), round)).contains(candid);
    new RoundKey(keys).destroy(round);
    assertThat(Operator.openedOfBackup(copies.before(), TestDatabase.keys(), round)).isEmpty();
  }
}
