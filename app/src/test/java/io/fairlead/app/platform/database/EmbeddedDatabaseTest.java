package io.fairlead.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the embedded database promises while nothing goes wrong; [CrashDrillsTest] has the rest.
@Tag("database")
class EmbeddedDatabaseTest {
  @TempDir static Path temporary;

  private static EmbeddedDatabase database;

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.start(TestFolders.in(temporary), Progress.SILENT);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void itIsThePostgresqlWeSayItIs() throws SQLException {
    assertThat(ask("SHOW server_version")).isEqualTo(PostgresBinaries.VERSION);
    assertThat(ask("SHOW fsync")).isEqualTo("on");
    assertThat(ask("SHOW data_checksums")).isEqualTo("on");
    assertThat(ask("SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(ask("SELECT 'ä' < 'b'")).isEqualTo("t");
  }

  @Test
  void aWrongPasswordIsRefused() {
    Login impostor = new Login(Roles.APPLICATION, "guessed");
    assertThatThrownBy(() -> database.access().connect(impostor).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void passwordsLieInFilesThatOnlyWeCanRead() throws Exception {
    Path secret = database.folder().root().resolve("secrets").resolve(Roles.OWNER);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    assertThat(database.access().toString()).doesNotContain(Files.readString(secret));
  }

  @Test
  void theApplicationWritesRowsAndCannotChangeTables() throws SQLException {
    as(database.access().owner(), "CREATE TABLE goal (name text)");
    as(database.access().application(), "INSERT INTO goal VALUES ('ship')");
    assertThat(ask("SELECT name FROM goal")).isEqualTo("ship");
    Login application = database.access().application();
    assertThatThrownBy(() -> as(application, "DROP TABLE goal"))
        .hasMessageContaining("must be owner");
    assertThatThrownBy(() -> as(application, "TRUNCATE goal"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(application, "CREATE TABLE mine ()"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void sealedAnswersAreWrittenThroughAFunctionAndReadByTheReaderOnly() throws SQLException {
    as(
        database.access().owner(),
        """
        SET ROLE fairlead_sealed;
        CREATE TABLE sealed.answer (words text);
        CREATE FUNCTION sealed.put(words text) RETURNS void LANGUAGE sql SECURITY DEFINER
          SET search_path = sealed AS 'INSERT INTO sealed.answer VALUES (words)';
        CREATE FUNCTION sealed.count() RETURNS bigint LANGUAGE sql SECURITY DEFINER
          SET search_path = sealed AS 'SELECT count(*) FROM sealed.answer';
        GRANT EXECUTE ON FUNCTION sealed.put TO fairlead_app
        """);
    Login application = database.access().application();
    as(application, "SELECT sealed.put('candid')");
    assertThatThrownBy(() -> as(application, "SELECT words FROM sealed.answer"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(application, "SELECT sealed.count()"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(application, "SET ROLE fairlead_sealed"))
        .hasMessageContaining("permission denied");
    Login reader = database.access().reader().orElseThrow();
    try (Connection connection = database.access().connect(reader)) {
      assertThat(ask(connection, "SELECT words FROM sealed.answer")).isEqualTo("candid");
    }
  }

  private static void as(Login login, String sql) throws SQLException {
    try (Connection connection = database.access().connect(login);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(String question) throws SQLException {
    try (Connection connection = database.access().connect(database.access().owner())) {
      return ask(connection, question);
    }
  }

  private static String ask(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }
}
