package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.platform.database.DataFolder;
import io.fairlead.app.platform.database.DatabaseAccess;
import io.fairlead.app.platform.database.EmbeddedDatabase;
import io.fairlead.app.platform.database.Login;
import io.fairlead.app.platform.database.Progress;
import io.fairlead.app.testing.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What `fairlead serve` says when it cannot start, and whom it works as when it can, on a
/// PostgreSQL that is somebody else's.
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartTest {
  @TempDir static Path temporary;

  private EmbeddedDatabase postgresql;
  private DatabaseAccess access;

  @BeforeAll
  void start() {
    postgresql =
        EmbeddedDatabase.start(
            DataFolder.at(temporary.resolve("postgresql"))
                .withBinaries(Path.of("target", "postgresql")),
            Progress.SILENT);
    access = postgresql.access();
  }

  @AfterAll
  void stop() {
    postgresql.close();
  }

  @Test
  void aPortThatIsTakenIsSaidBeforeTheDatabaseIsBegun() throws Exception {
    Path data = temporary.resolve("taken");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(refused(data, Map.of("FAIRLEAD_PORT", port), ExitCode.FINDINGS))
          .contains("Port " + port + " is in use", "--port");
    }
    assertThat(Files.exists(data.resolve("database"))).isFalse();
  }

  @Test
  void aPortThatCannotBeIsBadInput() throws Exception {
    assertThat(
            refused(
                temporary.resolve("impossible"),
                Map.of("FAIRLEAD_PORT", "99999"),
                ExitCode.BAD_INPUT))
        .contains("there is no port 99999");
  }

  @Test
  void aWrongAddressNameOrPasswordIsEachSaid() throws Exception {
    String url = access.jdbcUrl();
    Login owner = access.owner();
    assertThat(refused(external("jdbc:mysql://127.0.0.1/x", owner, owner)))
        .contains("must look like jdbc:postgresql://host:5432/name");
    assertThat(refused(external("jdbc:postgresql://127.0.0.1:1/fairlead", owner, owner)))
        .contains("No PostgreSQL answers at FAIRLEAD_DB_URL");
    assertThat(refused(external(url.replace("/fairlead?", "/elsewhere?"), owner, owner)))
        .contains("has no such database");
    Login wrong = new Login(owner.user(), "wrong");
    assertThat(refused(external(url, wrong, wrong)))
        .contains("refuses to sign in user " + owner.user(), "check the password")
        .doesNotContain("wrong");
  }

  @Test
  void aRoleThatMayNotMakeTablesIsNamedAsTheReason() throws Exception {
    Login application = access.application();
    assertThat(
            refused(
                external(
                    access.jdbcUrl().replace("/fairlead?", "/postgres?"),
                    application,
                    application)))
        .contains("may not change the schema of the database");
  }

  @Test
  void theServerWorksAsTheSecondRoleAndNotAsTheOwner() throws Exception {
    String plain = access.jdbcUrl().replaceFirst("^jdbc:", "");
    try (ServerProcess server =
        ServerProcess.start(
            temporary.resolve("second"), external(plain, access.owner(), access.application()))) {
      server.ready();
      assertThat(
              ask(
                  "select string_agg(distinct usename, ',') from pg_stat_activity where application_name = 'fairlead'"))
          .isEqualTo(access.application().user());
    }
  }

  @Test
  void aNewerSchemaIsRefusedAndLeftAsItIs() throws Exception {
    try (ServerProcess server =
        ServerProcess.start(
            temporary.resolve("first"),
            external(access.jdbcUrl(), access.owner(), access.application()))) {
      server.ready();
    }
    ask(
        "with later as (insert into migration_goals (installed_rank, version, description, type, script, installed_by, execution_time, success)"
            + " values (999, '4711', 'later', 'SQL', 'V4711__later.sql', 'later', 1, true) returning 1) select count(*) from later");
    try {
      assertThat(refused(external(access.jdbcUrl(), access.owner(), access.application())))
          .contains("newer schema than this version of Fairlead (module goals)");
    } finally {
      ask(
          "with gone as (delete from migration_goals where version = '4711' returning 1) select count(*) from gone");
    }
  }

  private static Map<String, String> external(String url, Login owner, Login application) {
    Map<String, String> environment = new HashMap<>();
    environment.put("FAIRLEAD_DB_URL", url);
    environment.put("FAIRLEAD_DB_USER", owner.user());
    environment.put("FAIRLEAD_DB_PASSWORD", owner.password());
    environment.put("FAIRLEAD_DB_APP_USER", application.user());
    environment.put("FAIRLEAD_DB_APP_PASSWORD", application.password());
    return environment;
  }

  private static String refused(Map<String, String> environment)
      throws IOException, InterruptedException {
    return refused(temporary.resolve("refused"), environment, ExitCode.FINDINGS);
  }

  /// What it said before it ended with that status, without a stack trace.
  private static String refused(Path data, Map<String, String> environment, int status)
      throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(data, environment)) {
      int ended = server.status();
      assertThat(ended).as(server.words()).isEqualTo(status);
      assertThat(server.words()).doesNotContain("\tat ");
      return server.words();
    }
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = access.connect(access.owner());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }
}
