package io.fairlead.app.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.platform.database.DataFolder;
import io.fairlead.app.platform.database.DatabaseAccess;
import io.fairlead.app.platform.database.EmbeddedDatabase;
import io.fairlead.app.platform.database.Migrations;
import io.fairlead.app.platform.database.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/// Awkward tables through a backup and back: cells with tabs, quotes and line breaks, tables that
/// refer to each other in a circle, generated columns, identities, triggers, sealed rows.
@Tag("database")
class BackupTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
  private static final String AWKWARD =
      """
      CREATE TABLE hen (id int PRIMARY KEY, egg int, name text, doubled int GENERATED ALWAYS AS (id * 2) STORED);
      CREATE TABLE egg (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, hen int NOT NULL,
        laid timestamptz, weight numeric(9, 3), shell bytea, tags text[], during tstzrange, extra jsonb);
      ALTER TABLE hen ADD CONSTRAINT a_hen_comes_from_an_egg FOREIGN KEY (egg) REFERENCES egg (id);
      ALTER TABLE egg ADD CONSTRAINT an_egg_comes_from_a_hen FOREIGN KEY (hen) REFERENCES hen DEFERRABLE INITIALLY DEFERRED;
      CREATE TABLE happening (at date, what text) PARTITION BY RANGE (at);
      CREATE TABLE happening_2026 PARTITION OF happening FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      CREATE SEQUENCE ticket START 7;
      CREATE TABLE pair_a (n int);
      CREATE TABLE pair_b (n int);
      CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append only'; END $$;
      CREATE TRIGGER nothing_is_removed BEFORE DELETE OR TRUNCATE ON happening FOR EACH STATEMENT EXECUTE FUNCTION shout();
      CREATE TRIGGER no_second_egg AFTER INSERT ON egg FOR EACH STATEMENT EXECUTE FUNCTION shout();
      SET ROLE fairlead_sealed;
      CREATE TABLE sealed.answer (words text);
      RESET ROLE
      """;
  private static final String ROWS =
      """
      ALTER TABLE egg DISABLE TRIGGER no_second_egg;
      BEGIN;
      INSERT INTO egg (hen, laid, weight, shell, tags, during, extra)
        SELECT i, '2026-01-01'::timestamptz + i * interval '1 hour 0.123456 s', i / 7.0, decode('00ff5c', 'hex'),
          ARRAY['a,b', 'c"d', NULL], tstzrange(now(), NULL), '{"a": [1, null]}'
        FROM generate_series(1, 500) AS i;
      INSERT INTO hen (id, egg, name)
        SELECT i, i, CASE i % 4 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN E'tab\\there\\nback\\\\slash' ELSE 'Ünï 🐔' END
        FROM generate_series(1, 500) AS i;
      COMMIT;
      INSERT INTO happening VALUES ('2026-05-01', 'hatched');
      SELECT nextval('ticket'), nextval('ticket');
      SET ROLE fairlead_sealed;
      INSERT INTO sealed.answer VALUES ('candid');
      RESET ROLE;
      ALTER TABLE egg ENABLE TRIGGER no_second_egg
      """;

  @TempDir static Path temporary;
  private static EmbeddedDatabase from;
  private static EmbeddedDatabase to;

  @TempDir Path files;
  private Path file;

  @BeforeAll
  static void start() throws SQLException {
    from = database("from");
    to = database("to");
    execute(from.access(), AWKWARD);
    execute(from.access(), ROWS);
    execute(to.access(), AWKWARD);
  }

  @AfterAll
  static void stop() {
    from.close();
    to.close();
  }

  @BeforeEach
  void emptyTarget() throws SQLException {
    file = files.resolve("company.backup");
    execute(
        to.access(),
        """
        ALTER TABLE happening DISABLE TRIGGER nothing_is_removed;
        TRUNCATE hen, egg, happening, pair_a, pair_b;
        ALTER TABLE happening ENABLE TRIGGER nothing_is_removed
        """);
  }

  @Test
  void everyTableAndSequenceComesBackAsItWas() throws SQLException, IOException {
    Manifest written = backup().write(file, false);
    assertThat(written.takenAt()).isEqualTo(NOON.instant());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    Manifest read = restore().read(file, true);

    assertThat(read).isEqualTo(written);
    assertThat(Contents.of(to.access())).isEqualTo(Contents.of(from.access()));
    assertThat(Contents.of(to.access()).rows("public.hen")).hasSize(500);
    assertThat(Contents.of(to.access()).rows("sealed.answer")).containsExactly("(candid)");
  }

  @Test
  void constraintsAndTriggersAreBackInForceAfterwards() throws SQLException {
    backup().write(file, false);
    restore().read(file, true);
    assertThatThrownBy(() -> execute(to.access(), "INSERT INTO hen VALUES (501, 999)"))
        .hasMessageContaining("a_hen_comes_from_an_egg");
    assertThatThrownBy(() -> execute(to.access(), "TRUNCATE happening"))
        .hasMessageContaining("append only");
    assertThat(Contents.ask(to.access(), "SELECT nextval('ticket')")).isEqualTo("9");
  }

  @Test
  void itIsTakenOfOneMomentWhileOthersWrite() throws Exception {
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              for (int n = 0; n < 200 && !Thread.currentThread().isInterrupted(); n++) {
                try {
                  execute(
                      from.access(),
                      "BEGIN; INSERT INTO pair_a VALUES (%1$d); INSERT INTO pair_b VALUES (%1$d); COMMIT"
                          .formatted(n));
                } catch (SQLException failure) {
                  throw new IllegalStateException(failure);
                }
              }
            });
    try {
      backup().write(file, false);
    } finally {
      writer.interrupt();
      writer.join();
    }
    restore().read(file, true);
    Contents restored = Contents.of(to.access());
    assertThat(restored.rows("public.pair_a")).isEqualTo(restored.rows("public.pair_b"));
  }

  @Test
  void rowsThatAreThereAreNotOverwrittenUnasked() throws SQLException {
    backup().write(file, false);
    execute(to.access(), "INSERT INTO hen VALUES (1, NULL, 'stays')");
    assertThatThrownBy(() -> restore().read(file, false))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("--overwrite");
    assertThat(Contents.of(to.access()).rows("public.hen")).containsExactly("(1,,stays,2)");
  }

  @Test
  void aFileThatExistsIsNotOverwrittenUnasked() throws IOException {
    Files.writeString(file, "something dear");
    assertThatThrownBy(() -> backup().write(file, false)).hasMessageContaining("--overwrite");
    assertThat(file).hasContent("something dear");
  }

  @Test
  void aDamagedFileIsRefusedBeforeAnythingChanges() throws IOException, SQLException {
    backup().write(file, false);
    byte[] whole = Files.readAllBytes(file);
    execute(to.access(), "INSERT INTO hen VALUES (1, NULL, 'stays')");
    for (int part = 1; part < 20; part++) {
      int at = whole.length * part / 20;
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x10;
      refused(flipped);
      refused(Arrays.copyOf(whole, at));
    }
    refused("not a backup at all".getBytes(StandardCharsets.UTF_8));
    refused(new byte[0]);
    assertThat(Contents.of(to.access()).rows("public.hen")).containsExactly("(1,,stays,2)");
  }

  private void refused(byte[] content) throws IOException {
    Files.write(file, content);
    assertThatThrownBy(() -> restore().read(file, true))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void aBackupOfAnOlderSchemaIsBroughtToThisOne() throws SQLException {
    clear(to.access());
    Migrations.runTo(
        Map.of("platform", "2"), source(to.access()), to.access().application().user());
    execute(
        to.access(),
        "INSERT INTO idempotency VALUES (gen_random_uuid(), 'act', 'key', '', NULL, now())");
    new Backup(to.access(), NOON, Progress.SILENT).write(file, false);
    try {
      migrate(to.access());
      Manifest read = restore().read(file, true);
      assertThat(read.schema()).containsExactly(Map.entry("platform", "2"));
      assertThat(Contents.of(to.access()).tables()).containsKey("public.objective");
      try (Connection application = to.access().connect(to.access().application());
          Statement statement = application.createStatement();
          ResultSet row = statement.executeQuery("SELECT act FROM idempotency")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("act");
      }
    } finally {
      clear(to.access());
      migrate(to.access());
      execute(to.access(), AWKWARD);
    }
  }

  @Test
  void rowsThatBreakAReferenceLeaveTheDatabaseAsItWas() throws Exception {
    execute(from.access(), "ALTER TABLE hen DROP CONSTRAINT a_hen_comes_from_an_egg");
    execute(from.access(), "UPDATE hen SET egg = 9999 WHERE id = 1");
    try {
      backup().write(file, false);
      execute(to.access(), "INSERT INTO hen VALUES (1, NULL, 'stays')");
      assertThatThrownBy(() -> restore().read(file, true))
          .hasMessageContaining("a_hen_comes_from_an_egg")
          .hasMessageContaining("holds what it held before");
      assertThat(Contents.of(to.access()).rows("public.hen")).containsExactly("(1,,stays,2)");
    } finally {
      execute(from.access(), "UPDATE hen SET egg = 1 WHERE id = 1");
      execute(
          from.access(),
          "ALTER TABLE hen ADD CONSTRAINT a_hen_comes_from_an_egg FOREIGN KEY (egg) REFERENCES egg (id)");
    }
  }

  @Test
  void aServerAtWorkIsNotRestoredUnder() throws SQLException {
    backup().write(file, false);
    PGSimpleDataSource server = source(to.access());
    server.setApplicationName("fairlead");
    try (Connection serving = server.getConnection()) {
      assertThat(serving.isValid(3)).isTrue();
      assertThatThrownBy(() -> restore().read(file, true)).hasMessageContaining("stop it first");
    }
  }

  @Test
  void aBackupOfANewerSchemaIsRefused() throws SQLException {
    execute(from.access(), "UPDATE migration_platform SET version = '4711' WHERE version = '1'");
    try {
      // The version that counts is the last one installed.
      execute(
          from.access(),
          "UPDATE migration_platform SET installed_rank = installed_rank + 100 WHERE version = '4711'");
      backup().write(file, false);
      assertThatThrownBy(() -> restore().read(file, true)).hasMessageContaining("newer schema");
    } finally {
      execute(
          from.access(),
          "UPDATE migration_platform SET installed_rank = installed_rank - 100, version = '1' WHERE version = '4711'");
    }
  }

  private static Backup backup() {
    return new Backup(from.access(), NOON, Progress.SILENT);
  }

  private static Restore restore() {
    return new Restore(to.access(), Progress.SILENT);
  }

  private static EmbeddedDatabase database(String name) {
    DataFolder folder =
        DataFolder.at(temporary.resolve(name)).withBinaries(Path.of("target", "postgresql"));
    EmbeddedDatabase database = EmbeddedDatabase.start(folder, Progress.SILENT);
    migrate(database.access());
    return database;
  }

  private static void clear(DatabaseAccess access) throws SQLException {
    try (Connection connection = access.connect(access.owner())) {
      connection.setAutoCommit(false);
      Clearing.clear(connection);
      connection.commit();
    }
  }

  private static void migrate(DatabaseAccess access) {
    Migrations.run(source(access), access.application().user());
  }

  private static PGSimpleDataSource source(DatabaseAccess access) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(access.jdbcUrl());
    source.setUser(access.owner().user());
    source.setPassword(access.owner().password());
    return source;
  }

  private static void execute(DatabaseAccess access, String sql) throws SQLException {
    try (Connection connection = access.connect(access.owner());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
