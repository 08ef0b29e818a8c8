package io.fairlead.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fairlead.app.testing.SmallDisk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// What can go wrong under a running installation, made to go wrong: whatever the database had
/// acknowledged is there afterwards, and what cannot start says why.
@Tag("database")
class CrashDrillsTest {
  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path temporary;

  private final List<String> said = new ArrayList<>();
  private DataFolder folder;

  @BeforeEach
  void folder() {
    folder = TestFolders.in(temporary);
  }

  @Test
  void afterTheServersProcessIsKilledItsDatabaseIsTakenOver() throws Exception {
    int acknowledged;
    try (CrashingServer server = CrashingServer.on(folder)) {
      server.acknowledges(50);
      acknowledged = Math.max(50, server.kill());
    }
    long orphan = PidFile.in(folder.database()).orElseThrow().pid();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, said::add)) {
      assertThat(database.pid()).isEqualTo(orphan);
      assertThat(said).contains("Taking over the database that the last run left running.");
      assertThat(count(database, "written")).isGreaterThanOrEqualTo(acknowledged);
    }
    assertThat(ProcessHandle.of(orphan)).isEmpty();
  }

  @Test
  void afterServerAndDatabaseAreKilledTogetherAllIsRecovered() throws Exception {
    int acknowledged;
    try (CrashingServer server = CrashingServer.on(folder)) {
      server.acknowledges(50);
      kill(PidFile.in(folder.database()).orElseThrow().pid());
      acknowledged = Math.max(50, server.kill());
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, said::add)) {
      assertThat(count(database, "written")).isGreaterThanOrEqualTo(acknowledged);
    }
  }

  @Test
  void aDatabaseThatDiesUnderTheServerIsStartedAgainAtTheSameAddress() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, said::add)) {
      execute(database, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)");
      String address = database.access().jdbcUrl();
      long first = database.pid();
      kill(first);
      awaitAnother(database, first);
      assertThat(database.access().jdbcUrl()).isEqualTo(address);
      assertThat(count(database, "kept")).isEqualTo(1);
      // And once more: the one that was started again is watched as well.
      long second = database.pid();
      kill(second);
      awaitAnother(database, second);
      assertThat(count(database, "kept")).isEqualTo(1);
    }
  }

  @Test
  void aSecondStartOnTheSameDataSaysSoAlsoAfterGarbageCollection() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, said::add)) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder, said::add))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("already running")
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
      assertThat(folder.isInUse()).isTrue();
      System.gc();
      try (CrashingServer second = CrashingServer.on(folder)) {
        assertThat(second.lastWords())
            .contains("already running")
            .contains(Long.toString(ProcessHandle.current().pid()));
      }
      assertThat(count(database, "pg_database")).isPositive();
    }
    assertThat(folder.isInUse()).isFalse();
  }

  @Test
  void aPidFileThatNamesAStrangerIsNotBelievedAndTheStrangerLives() throws Exception {
    EmbeddedDatabase.start(folder, said::add).close();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(
          PidFile.file(folder.database()),
          "%d\n%s\n1\n%s\n\n127.0.0.1\n  1 1\nready\n"
              .formatted(
                  stranger.pid(), folder.database(), Files.readString(folder.port()).strip()));
      try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, said::add)) {
        assertThat(database.pid()).isNotEqualTo(stranger.pid());
        assertThat(count(database, "pg_database")).isPositive();
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void aPortThatSomeoneTookIsExchangedForAnother() throws Exception {
    EmbeddedDatabase.start(folder, said::add).close();
    int before = Integer.parseInt(Files.readString(folder.port()));
    try (ServerSocket taken = new ServerSocket(before, 1, InetAddress.getLoopbackAddress());
        EmbeddedDatabase database = EmbeddedDatabase.start(folder, said::add)) {
      assertThat(taken.isBound()).isTrue();
      assertThat(database.access().jdbcUrl()).doesNotContain(":" + before + "/");
      assertThat(count(database, "pg_database")).isPositive();
    }
  }

  @Test
  void dataOfANewerReleaseIsLeftAlone() throws IOException {
    Files.createDirectories(folder.database());
    Files.writeString(folder.database().resolve("PG_VERSION"), "19\n");
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder, said::add))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("newer release")
        .hasMessageContaining("PostgreSQL 19");
    assertThat(folder.isInUse()).isFalse();
  }

  @Test
  void aFileInTheWayOfTheDataFolderIsNamed() throws IOException {
    DataFolder file = DataFolder.at(Files.createFile(temporary.resolve("in-the-way")));
    assertThatThrownBy(() -> EmbeddedDatabase.start(file, said::add))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("in-the-way cannot be made")
        .hasMessageContaining("a file of that name is in the way");
  }

  @Test
  void aLostPasswordFileIsNamed() throws Exception {
    EmbeddedDatabase.start(folder, said::add).close();
    Path secrets = folder.root().resolve("secrets");
    Files.delete(secrets.resolve("fairlead_superuser"));
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder, said::add))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining(secrets.toString());
    assertThat(Postmaster.processesIn(folder.database())).isEmpty();
  }

  @Test
  void whereNamespacesAreRefusedItRunsAsAnOrdinaryUser() throws Exception {
    assumeTrue(RunAs.isRoot(), "only root must change to another user");
    RunAs nobody = RunAs.ordinary("nobody").orElseThrow();
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    DataFolder own = DataFolder.at(temporary.resolve("own"));
    try (EmbeddedDatabase database = EmbeddedDatabase.start(own, said::add, nobody)) {
      execute(database, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)");
      assertThat(Files.getOwner(Path.of("/proc/" + database.pid())).getName()).isEqualTo("nobody");
    }
    // And back: the files are given to whoever runs it now.
    try (EmbeddedDatabase database = EmbeddedDatabase.start(own, said::add)) {
      assertThat(count(database, "kept")).isEqualTo(1);
    }
  }

  @Test
  void aFullDiskIsSaidAndCostsNothingThatWasAcknowledged() throws Exception {
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    SmallDisk.mount(disk, 128);
    try {
      DataFolder small =
          DataFolder.at(disk.resolve("data")).withBinaries(Path.of("target", "postgresql"));
      Path dispensable = Files.write(disk.resolve("dispensable"), new byte[32 << 20]);
      int acknowledged;
      try (EmbeddedDatabase database = EmbeddedDatabase.start(small, said::add)) {
        execute(database, "CREATE TABLE filler (number int, text text)");
        acknowledged = fill(database);
      }
      assertThat(acknowledged).isPositive();
      Files.delete(dispensable);
      try (EmbeddedDatabase database = EmbeddedDatabase.start(small, said::add)) {
        // The write that was refused may have been whole: it was only never acknowledged.
        assertThat(count(database, "filler")).isBetween(acknowledged, acknowledged + 1);
      }
      run("sh", "-c", "cat /dev/zero > " + disk.resolve("rest"));
      DataFolder none =
          DataFolder.at(disk.resolve("none")).withBinaries(Path.of("target", "postgresql"));
      assertThatThrownBy(() -> EmbeddedDatabase.start(none, said::add))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("disk is full");
    } finally {
      SmallDisk.unmount(disk);
    }
  }

  /// Inserts until the disk is full; returns how many rows were acknowledged.
  private static int fill(EmbeddedDatabase database) throws SQLException {
    try (Connection connection = database.access().connect(database.access().owner());
        Statement statement = connection.createStatement()) {
      for (int number = 0; number < 100_000; number++) {
        try {
          statement.execute(
              "INSERT INTO filler SELECT %d, string_agg(md5(i::text || random()), '') FROM generate_series(1, 3000) i"
                  .formatted(number));
        } catch (SQLException full) {
          assertThat(full.getMessage())
              .containsAnyOf("No space left", "terminat", "I/O error", "closed");
          return number;
        }
      }
    }
    throw new IllegalStateException("the disk never filled");
  }

  private static void awaitAnother(EmbeddedDatabase database, long before)
      throws InterruptedException {
    for (int tries = 0; tries < 1_000 && database.pid() == before; tries++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(database.pid()).isNotEqualTo(before);
  }

  private static void kill(long pid) throws IOException, InterruptedException {
    assertThat(run("sh", "-c", "kill -9 " + pid)).isZero();
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = database.access().connect(database.access().owner());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(EmbeddedDatabase database, String table) throws SQLException {
    try (Connection connection = database.access().connect(database.access().owner());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getInt(1);
    }
  }
}
