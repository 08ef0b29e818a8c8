package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.disclosure.Escrows;
import io.fairlead.app.platform.database.DataFolder;
import io.fairlead.app.platform.database.DatabaseAccess;
import io.fairlead.app.platform.database.EmbeddedDatabase;
import io.fairlead.app.platform.database.Migrations;
import io.fairlead.app.platform.database.Progress;
import io.fairlead.app.platform.keys.KeyName;
import io.fairlead.app.platform.keys.KeyStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;

/// The commands that need a database, on an embedded one: beside a running server and without.
@Tag("database")
class DatabaseCommandsTest {
  @TempDir Path temporary;

  private final StringWriter out = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(out, true), new PrintWriter(new StringWriter(), true));
  private Map<String, String> environment;
  private Path file;

  @BeforeEach
  void names() {
    environment = Map.of("FAIRLEAD_DATA", temporary.resolve("data").toString());
    file = temporary.resolve("company.backup");
  }

  @Test
  void aBackupIsTakenBesideTheServerAndRestoredOnlyOnceItHasStopped() throws Exception {
    try (EmbeddedDatabase server = started()) {
      insert(server.access(), "before");
      assertThat(call(new BackupCommand(terminal, environment))).isEqualTo(ExitCode.FINE);
      assertThat(out.toString()).contains("save").contains("keys");
      assertThatThrownBy(() -> call(new RestoreCommand(terminal, environment), "--overwrite"))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("already running");
      insert(server.access(), "after");
    }
    assertThatThrownBy(() -> call(new RestoreCommand(terminal, environment)))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("--overwrite");
    assertThat(call(new RestoreCommand(terminal, environment), "--overwrite"))
        .isEqualTo(ExitCode.FINE);
    try (EmbeddedDatabase server = started()) {
      assertThat(ask(server.access(), "SELECT string_agg(key, ' ') FROM idempotency"))
          .isEqualTo("before");
    }
  }

  @Test
  void aResetPrintsALinkThatIsOnlyKnownToWhoeverReadsIt() throws Exception {
    try (EmbeddedDatabase server = started()) {
      assertThat(new Admin(terminal, environment).reset()).isEqualTo(ExitCode.FINE);
      String link = out.toString().strip();
      assertThat(link).startsWith("http://localhost:8480/start/");
      assertThat(
              ask(
                  server.access(),
                  "SELECT count(*) FROM one_time_link WHERE purpose = 'administrator-reset' AND token_hash = sha256('%s') AND expires_at > now()"
                      .formatted(link.substring(link.lastIndexOf('/') + 1))))
          .isEqualTo("1");
    }
  }

  @Test
  void aResetOfADatabaseThatWasNeverServedSaysWhatToDo() {
    EmbeddedDatabase.start(folder(), Progress.SILENT).close();
    assertThatThrownBy(() -> new Admin(terminal, environment).reset())
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("fairlead serve");
  }

  @Test
  void whereThereIsNoDatabaseNoneIsMade() {
    assertThatThrownBy(() -> new Admin(terminal, environment).reset())
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("There is no database of Fairlead in " + folder().root());
    assertThatThrownBy(() -> call(new BackupCommand(terminal, environment)))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("FAIRLEAD_DATA");
    assertThat(folder().root()).doesNotExist();
  }

  @Test
  void aSealIsVerifiedBesideTheServer() throws Exception {
    UUID round = UUID.fromString("6f1c2d3e-7a51-4b60-9c1d-0a1b2c3d4e5f");
    KeyName name = new KeyName("round", round.toString());
    try (EmbeddedDatabase server = started()) {
      FeedbackSeal seal = new FeedbackSeal(terminal, environment);
      assertThatThrownBy(() -> seal.verify("nonsense", false)).isInstanceOf(BadInput.class);
      assertThatThrownBy(() -> seal.verify(round.toString(), false))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("there is no round");
      insertRound(server.access(), round);
      asServer(server.access(), "select sealed.open_round(\'%s\', now())".formatted(round));
      assertThat(seal.verify(round.toString(), false)).isEqualTo(ExitCode.FINDINGS);
      assertThat(out.toString()).contains("NOT SEALED: the round is open.");
      asServer(server.access(), "select sealed.close_round(\'%s\', now())".formatted(round));
      asServer(server.access(), "select sealed.seal_round(\'%s\', now())".formatted(round));
      KeyStore keys = KeyStore.in(server.folder().keys());
      keys.create(name);
      assertThat(seal.verify(round.toString(), true)).isEqualTo(ExitCode.FINDINGS);
      assertThat(out.toString()).contains("the round's key still lies in the key store");
      keys.destroy(name);
      assertThat(seal.verify(round.toString(), false)).isEqualTo(ExitCode.FINE);
      assertThat(out.toString()).contains("Sealed: the key is destroyed");
    }
  }

  /// A published round, as the application knows it.
  private static void insertRound(DatabaseAccess access, UUID round) throws SQLException {
    ask(
        access,
        """
        with somebody as (insert into person (id, created_at) values (gen_random_uuid(), now()) returning id),
          made as (insert into feedback_round (id, kind, name, purpose, state, owner, instrument, questions,
              numeric_threshold, comment_threshold, width, colluders, unit, audience, nominate_by, opens, closes,
              policy_hash, created_by)
            select '%1$s', '360', 'Spring', 'development', 'published', id, 'manager', '{"points": 5}', 4, 5, 2, 0,
              'competency', 'reviewee', '2026-05-01', '2026-05-02', '2026-05-03', 'x', id from somebody returning 1)
        select count(*) from made
        """
            .formatted(round));
  }

  private static void sealWithEscrow(DatabaseAccess access, UUID round, String until)
      throws SQLException {
    insertRound(access, round);
    for (String act :
        List.of(
            "open_round('%1$s', now())",
            "close_round('%1$s', now())",
            "put_into_escrow('%1$s', '%2$s', array[gen_random_uuid()], array['x'::bytea])",
            "seal_round('%1$s', now())")) {
      asServer(access, "select sealed." + act.formatted(round, until));
    }
  }

  @Test
  void theSealSaysThatARoundHasOrHadAnEscrow() throws Exception {
    String running = "6f1c2d3e-7a51-4b60-9c1d-0a1b2c3d4e5f";
    String over = "7f1c2d3e-7a51-4b60-9c1d-0a1b2c3d4e5f";
    try (EmbeddedDatabase server = started()) {
      FeedbackSeal seal = new FeedbackSeal(terminal, environment);
      sealWithEscrow(server.access(), UUID.fromString(running), "2999-01-01T00:00:00Z");
      assertThat(seal.verify(running, false)).isEqualTo(ExitCode.FINE);
      assertThat(out.toString())
          .contains(
              "It has an escrow until 2999-01-01T00:00:00Z (comments: 1)",
              "nothing here but the escrow");
      assertThat(seal.verify(running, true)).isEqualTo(ExitCode.FINE);
      assertThat(out.toString()).contains("\"escrowed\" : 1");
      sealWithEscrow(server.access(), UUID.fromString(over), "2026-01-01T00:00:00Z");
      KeyStore keys = KeyStore.in(server.folder().keys());
      keys.create(Escrows.key(UUID.fromString(over)));
      assertThat(seal.verify(over, false)).isEqualTo(ExitCode.FINDINGS);
      assertThat(out.toString())
          .contains(
              "the round's escrow is over and its key still lies in the key store",
              "1 packages of an escrow that is over are left");
      keys.destroy(Escrows.key(UUID.fromString(over)));
      asServer(server.access(), "select sealed.end_escrow('%s')".formatted(over));
      assertThat(seal.verify(over, false)).isEqualTo(ExitCode.FINE);
      assertThat(out.toString()).contains("It had an escrow until 2026-01-01T00:00:00Z");
    }
  }

  private DataFolder folder() {
    return DataFolder.at(temporary.resolve("data"));
  }

  private EmbeddedDatabase started() {
    EmbeddedDatabase database = EmbeddedDatabase.start(folder(), Progress.SILENT);
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setURL(database.access().jdbcUrl());
    owner.setUser(database.access().owner().user());
    owner.setPassword(database.access().owner().password());
    Migrations.run(owner, database.access().application().user());
    return database;
  }

  /// Runs the command on the backup file as the shell would.
  private int call(Callable<Integer> command, String... options) throws Exception {
    new CommandLine(command).parseArgs(withFile(options));
    return command.call();
  }

  private String[] withFile(String... options) {
    String[] words = java.util.Arrays.copyOf(options, options.length + 1);
    words[options.length] = file.toString();
    return words;
  }

  private static void insert(DatabaseAccess access, String key) throws SQLException {
    asServer(
        access,
        "INSERT INTO idempotency VALUES (gen_random_uuid(), 'act', '%s', '', NULL, now())"
            .formatted(key));
  }

  private static void asServer(DatabaseAccess access, String question) throws SQLException {
    try (Connection connection = access.connect(access.application());
        Statement statement = connection.createStatement()) {
      statement.execute(question);
    }
  }

  private static String ask(DatabaseAccess access, String question) throws SQLException {
    try (Connection connection = access.connect(access.owner());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }
}
