package io.fairlead.app.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL that the operator runs. Checked once when opened: that it answers, is new enough
/// and takes our logins.
public record ExternalDatabase(DatabaseAccess access, DataFolder folder, String description)
    implements Database {
  /// The oldest PostgreSQL that our SQL runs on.
  static final int OLDEST = 15;

  static ExternalDatabase open(
      Map<String, String> environment, DataFolder folder, Progress progress) {
    String url = jdbcUrl(environment.getOrDefault("FAIRLEAD_DB_URL", ""));
    Login owner =
        login(environment, "FAIRLEAD_DB_USER", "FAIRLEAD_DB_PASSWORD")
            .orElseThrow(() ->
                new DatabaseUnavailable(
                    "FAIRLEAD_DB_URL is set but FAIRLEAD_DB_USER is not: set both, and"
                        + " FAIRLEAD_DB_PASSWORD."));
    Login application =
        login(environment, "FAIRLEAD_DB_APP_USER", "FAIRLEAD_DB_APP_PASSWORD").orElse(owner);
    @Nullable Login reader =
        login(environment, "FAIRLEAD_DB_READER_USER", "FAIRLEAD_DB_READER_PASSWORD").orElse(null);
    DatabaseAccess access = new DatabaseAccess(url, owner, application, reader);
    progress.say("Connecting to the PostgreSQL of FAIRLEAD_DB_URL.");
    String version = check(access, owner);
    if (!application.equals(owner)) {
      check(access, application);
    }
    return new ExternalDatabase(
        access, folder, "PostgreSQL " + version + " at " + url.replaceFirst("\\?.*", ""));
  }

  @Override
  public void close() {}

  static String jdbcUrl(String url) {
    String jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url;
    jdbc = jdbc.replaceFirst("^jdbc:postgres:", "jdbc:postgresql:");
    if (!jdbc.startsWith("jdbc:postgresql:")) {
      throw new DatabaseUnavailable(
          "FAIRLEAD_DB_URL must look like jdbc:postgresql://host:5432/name, and does not.");
    }
    if (jdbc.contains("connectTimeout=")) {
      return jdbc;
    }
    return jdbc + (jdbc.contains("?") ? "&" : "?") + "connectTimeout=3";
  }

  private static Optional<Login> login(
      Map<String, String> environment, String userKey, String passwordKey) {
    return Optional.ofNullable(environment.get(userKey))
        .filter(user -> !user.isBlank())
        .map(user -> new Login(user, environment.getOrDefault(passwordKey, "")));
  }

  private static String check(DatabaseAccess access, Login login) {
    try (Connection connection = access.connect(login);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW server_version")) {
      row.next();
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major < OLDEST) {
        throw new DatabaseUnavailable(
            "Fairlead needs PostgreSQL %d or newer; the server of FAIRLEAD_DB_URL is version %d."
                .formatted(OLDEST, major));
      }
      return row.getString(1).replaceFirst(" .*", "");
    } catch (SQLException failure) {
      throw new DatabaseUnavailable(sentence(failure, login), failure);
    }
  }

  private static String sentence(SQLException failure, Login login) {
    String state = String.valueOf(failure.getSQLState());
    if (state.startsWith("28")) {
      return "The PostgreSQL of FAIRLEAD_DB_URL refuses to sign in user %s: check the password."
          .formatted(login);
    }
    if (state.equals("3D000")) {
      return "The PostgreSQL of FAIRLEAD_DB_URL has no such database: create it first.";
    }
    if (state.startsWith("08")) {
      return "No PostgreSQL answers at FAIRLEAD_DB_URL: is it running, and may this machine reach"
          + " it?";
    }
    if (state.equals("42501")) {
      return "User %s may not enter the database of FAIRLEAD_DB_URL: grant CONNECT on it."
          .formatted(login);
    }
    return "The PostgreSQL of FAIRLEAD_DB_URL cannot be used: " + failure.getMessage();
  }
}
