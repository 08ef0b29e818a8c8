package io.fairlead.app.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Who may do what in the database. The owner makes tables; the application reads and writes rows;
/// schema `sealed` belongs to a role that cannot sign in, so that the application can only call the
/// functions it was given there; the reader, another login, may select from it. For decisions about
/// people the application acts as a role that cannot reach what was said for their development.
final class Roles {
  static final String OWNER = "fairlead_owner";
  static final String APPLICATION = "fairlead_app";
  static final String SEALED = "fairlead_sealed";
  static final String READER = "fairlead_reader";

  private static final String CLUSTER =
      """
      DO $$
      BEGIN
        IF to_regrole('fairlead_owner') IS NULL THEN
          CREATE ROLE fairlead_owner LOGIN NOINHERIT;
        END IF;
        IF to_regrole('fairlead_app') IS NULL THEN
          CREATE ROLE fairlead_app LOGIN NOINHERIT;
        END IF;
        IF to_regrole('fairlead_reader') IS NULL THEN
          CREATE ROLE fairlead_reader LOGIN NOINHERIT;
        END IF;
        IF to_regrole('fairlead_sealed') IS NULL THEN
          CREATE ROLE fairlead_sealed NOLOGIN;
          GRANT fairlead_sealed TO fairlead_owner;
        END IF;
        IF to_regrole('fairlead_decisions') IS NULL THEN
          CREATE ROLE fairlead_decisions NOLOGIN;
          GRANT fairlead_decisions TO fairlead_app;
        END IF;
      END
      $$
      """;

  /// Run inside the database. What the owner makes later is granted as it is made.
  private static final String INSIDE =
      """
      CREATE SCHEMA IF NOT EXISTS sealed AUTHORIZATION fairlead_sealed;
      GRANT USAGE ON SCHEMA sealed TO fairlead_app, fairlead_reader;
      ALTER DEFAULT PRIVILEGES FOR ROLE fairlead_owner
        GRANT USAGE ON SCHEMAS TO fairlead_app;
      ALTER DEFAULT PRIVILEGES FOR ROLE fairlead_owner
        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO fairlead_app;
      ALTER DEFAULT PRIVILEGES FOR ROLE fairlead_owner
        GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO fairlead_app;
      ALTER DEFAULT PRIVILEGES FOR ROLE fairlead_sealed
        REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
      ALTER DEFAULT PRIVILEGES FOR ROLE fairlead_sealed IN SCHEMA sealed
        GRANT SELECT ON TABLES TO fairlead_reader;
      """;

  private Roles() {}

  static void createInCluster(Connection superuser, DataFolder folder) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(CLUSTER);
      for (String role : new String[] {OWNER, APPLICATION, READER}) {
        // The password is 48 hexadecimal digits that we made: nothing in it needs quoting.
        statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(role, folder.secret(role)));
      }
    }
  }

  static void createDatabase(Connection superuser, String name) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + name + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE " + name + " OWNER " + OWNER);
    }
  }

  static void createInside(Connection superuser) throws SQLException {
    superuser.setAutoCommit(false);
    try (Statement statement = superuser.createStatement()) {
      statement.execute(INSIDE);
      superuser.commit();
    }
  }
}
