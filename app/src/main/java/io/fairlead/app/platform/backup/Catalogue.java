package io.fairlead.app.platform.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the database consists of, asked from PostgreSQL itself. Without the histories of
/// migrations, which a restore writes anew, and without what extensions brought.
final class Catalogue {
  /// Ordinary and partitioned tables; partitions are reached through their parent.
  private static final String TABLES =
      """
      SELECT n.nspname, c.relname, pg_get_userbyid(c.relowner),
        array(SELECT a.attname::text FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
              ORDER BY a.attnum)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
        AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND NOT (n.nspname = 'public' AND c.relname LIKE 'migration\\_%')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
      ORDER BY n.nspname, c.relname
      """;

  private static final String SEQUENCES =
      """
      SELECT n.nspname, c.relname, pg_get_userbyid(c.relowner)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'S' AND c.relpersistence <> 't'
        AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
      ORDER BY n.nspname, c.relname
      """;

  private static final String FOREIGN_KEYS =
      """
      SELECT n.nspname, c.relname, pg_get_userbyid(c.relowner), k.conname, pg_get_constraintdef(k.oid)
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE k.contype = 'f' AND k.conparentid = 0
        AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
      ORDER BY n.nspname, c.relname, k.conname
      """;

  /// A table, sequence or constraint's table, and who owns it.
  record Table(String schema, String name, String owner, List<String> columns) {
    String quoted() {
      return quote(schema) + "." + quote(name);
    }

    String columnList() {
      return columns.stream().map(Catalogue::quote).collect(Collectors.joining(", "));
    }
  }

  record Sequence(String schema, String name, String owner) {
    String quoted() {
      return quote(schema) + "." + quote(name);
    }
  }

  record ForeignKey(Table table, String name, String definition) {}

  private Catalogue() {}

  static List<Table> tables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TABLES)) {
      List<Table> tables = new ArrayList<>();
      while (row.next()) {
        Array columns = row.getArray(4);
        tables.add(
            new Table(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                List.of((String[]) columns.getArray())));
      }
      return tables;
    }
  }

  static List<Sequence> sequences(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SEQUENCES)) {
      List<Sequence> sequences = new ArrayList<>();
      while (row.next()) {
        sequences.add(new Sequence(row.getString(1), row.getString(2), row.getString(3)));
      }
      return sequences;
    }
  }

  static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(FOREIGN_KEYS)) {
      List<ForeignKey> keys = new ArrayList<>();
      while (row.next()) {
        Table table = new Table(row.getString(1), row.getString(2), row.getString(3), List.of());
        keys.add(new ForeignKey(table, row.getString(4), row.getString(5)));
      }
      return keys;
    }
  }

  /// Each module's schema version, of those that have any.
  static Map<String, String> schemaVersions(Connection connection) throws SQLException {
    List<String> histories = new ArrayList<>();
    Map<String, String> versions = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("RESET ROLE");
      try (ResultSet row =
          statement.executeQuery(
              "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'migration\\_%'")) {
        while (row.next()) {
          histories.add(row.getString(1));
        }
      }
      for (String history : histories) {
        try (ResultSet row =
            statement.executeQuery(
                """
                SELECT version FROM public.%s WHERE success AND version IS NOT NULL AND version <> '0'
                ORDER BY installed_rank DESC LIMIT 1
                """
                    .formatted(quote(history)))) {
          if (row.next()) {
            versions.put(history.substring("migration_".length()), row.getString(1));
          }
        }
      }
    }
    return versions;
  }

  /// Acts as the owner of what comes next, where that is another role of ours: sealed answers
  /// belong to one that cannot sign in.
  static void actAs(Connection connection, String owner) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("RESET ROLE");
      try (ResultSet row =
          statement.executeQuery(
              """
              SELECT current_user <> '%1$s' AND '%1$s' <> 'pg_database_owner'
                AND pg_has_role(current_user, '%1$s', 'MEMBER')
              """
                  .formatted(owner.replace("'", "''")))) {
        row.next();
        if (!row.getBoolean(1)) {
          return;
        }
      }
      statement.execute("SET LOCAL ROLE " + quote(owner));
    }
  }

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
