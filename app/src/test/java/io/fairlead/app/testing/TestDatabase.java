package io.fairlead.app.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The suite's database: the server named by `FAIRLEAD_TEST_DB_URL`, or a throw-away PostgreSQL of
/// its own. The application signs in as a role that owns nothing, as it does in the product.
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  /// The keys of the rounds in it: two suites at once would clear each other's away.
  private static final Path KEYS = Path.of("target", "keys", System.getProperty("test.fork", "0"));

  private static @Nullable String url;
  private static String ownerUser = "postgres";
  private static String ownerPassword = "postgres";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test database",
                Map.of(
                    "fairlead.db.url",
                    url(),
                    "fairlead.db.owner-user",
                    ownerUser,
                    "fairlead.db.owner-password",
                    ownerPassword,
                    "fairlead.db.user",
                    "fairlead_test_app",
                    "fairlead.db.password",
                    "fairlead_test_app",
                    "fairlead.db.reader-user",
                    "fairlead_test_reader",
                    "fairlead.db.reader-password",
                    "fairlead_test_reader",
                    "fairlead.keys",
                    KEYS.toString())));
  }

  /// The key store that the application works with.
  public static Path keys() {
    return KEYS;
  }

  /// Where the key of a round lies until the round is sealed.
  public static Path keyOf(UUID round) {
    return KEYS.resolve("round").resolve(round.toString());
  }

  /// The suite's database, started when first asked for.
  public static synchronized String url() {
    if (url == null) {
      url = external().map(TestDatabase::fresh).orElseGet(TestDatabase::embedded);
      try (var connection = DriverManager.getConnection(url, ownerUser, ownerPassword);
          var statement = connection.createStatement()) {
        statement.execute(
            """
            do $$ begin
              if not exists (select from pg_roles where rolname = 'fairlead_test_app') then
                create role fairlead_test_app login password 'fairlead_test_app';
              end if;
              if not exists (select from pg_roles where rolname = 'fairlead_test_reader') then
                create role fairlead_test_reader login password 'fairlead_test_reader';
              end if;
              if not exists (select from pg_roles where rolname = 'fairlead_sealed') then
                create role fairlead_sealed nologin;
              end if;
              if not pg_has_role('fairlead_sealed', 'member') then
                grant fairlead_sealed to current_user;
              end if;
              if not exists (select from pg_roles where rolname = 'fairlead_decisions') then
                create role fairlead_decisions nologin;
              end if;
              if not pg_has_role('fairlead_test_app', 'fairlead_decisions', 'member') then
                grant fairlead_decisions to fairlead_test_app;
              end if;
            end $$;
            create schema if not exists sealed authorization fairlead_sealed;
            grant usage on schema sealed to fairlead_test_reader;
            alter default privileges for role fairlead_sealed in schema sealed
              grant select on tables to fairlead_test_reader;
            """);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    return url;
  }

  /// The settings with which a server process works on an empty database of its own on the suite's
  /// server.
  public static synchronized Map<String, String> environment(String name) {
    String suite = url();
    String database = "fairlead_" + name + "_" + ProcessHandle.current().pid();
    try (var connection = DriverManager.getConnection(suite, ownerUser, ownerPassword);
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists " + database + " with (force)");
      statement.execute("create database " + database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Map.of(
        "FAIRLEAD_DB_URL",
        suite.replaceFirst("/[^/]*$", "/" + database),
        "FAIRLEAD_DB_USER",
        ownerUser,
        "FAIRLEAD_DB_PASSWORD",
        ownerPassword,
        "FAIRLEAD_DB_APP_USER",
        "fairlead_test_app",
        "FAIRLEAD_DB_APP_PASSWORD",
        "fairlead_test_app");
  }

  /// A connection to a database that `environment` made, as its owner.
  public static Connection connect(Map<String, String> environment) throws SQLException {
    return DriverManager.getConnection(
        environment.getOrDefault("FAIRLEAD_DB_URL", ""), ownerUser, ownerPassword);
  }

  private static java.util.Optional<String> external() {
    return java.util.Optional.ofNullable(System.getenv("FAIRLEAD_TEST_DB_URL"));
  }

  /// On an external server every run makes its own database and leaves no other one changed.
  private static String fresh(String server) {
    ownerUser = System.getenv().getOrDefault("FAIRLEAD_TEST_DB_USER", "postgres");
    ownerPassword = System.getenv().getOrDefault("FAIRLEAD_TEST_DB_PASSWORD", "");
    String name = "fairlead_test_" + ProcessHandle.current().pid();
    try (var connection = DriverManager.getConnection(server, ownerUser, ownerPassword);
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return server.replaceFirst("/[^/]*$", "/" + name);
  }

  private static String embedded() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setPGStartupWait(Duration.ofSeconds(60))
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      // Without the user and password it carries, which would win over those of the application.
      return server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
