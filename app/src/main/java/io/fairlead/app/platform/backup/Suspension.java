package io.fairlead.app.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Foreign keys and triggers, taken away while rows come in in any order, and put back in the same
/// transaction. Putting a foreign key back checks every row, and needs no more than owning the
/// table.
record Suspension(List<Catalogue.ForeignKey> keys, List<Trigger> triggers) {
  private static final String TRIGGERS =
      """
      SELECT n.nspname, c.relname, pg_get_userbyid(c.relowner), t.tgname, t.tgenabled
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgparentid = 0
        AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
      ORDER BY n.nspname, c.relname, t.tgname
      """;

  private record Trigger(Catalogue.Table table, String name, String enabled) {
    String reviving() {
      return switch (enabled) {
        case "A" -> "ENABLE ALWAYS TRIGGER ";
        case "R" -> "ENABLE REPLICA TRIGGER ";
        default -> "ENABLE TRIGGER ";
      };
    }
  }

  static Suspension of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TRIGGERS)) {
      List<Trigger> triggers = new ArrayList<>();
      while (row.next()) {
        Catalogue.Table table =
            new Catalogue.Table(row.getString(1), row.getString(2), row.getString(3), List.of());
        triggers.add(new Trigger(table, row.getString(4), row.getString(5)));
      }
      return new Suspension(Catalogue.foreignKeys(connection), List.copyOf(triggers));
    }
  }

  void begin(Connection connection) throws SQLException {
    for (Catalogue.ForeignKey key : keys) {
      alter(connection, key.table(), "DROP CONSTRAINT " + Catalogue.quote(key.name()));
    }
    for (Trigger trigger : triggers) {
      alter(connection, trigger.table(), "DISABLE TRIGGER " + Catalogue.quote(trigger.name()));
    }
  }

  void end(Connection connection) throws SQLException {
    for (Trigger trigger : triggers) {
      alter(connection, trigger.table(), trigger.reviving() + Catalogue.quote(trigger.name()));
    }
    for (Catalogue.ForeignKey key : keys) {
      alter(
          connection,
          key.table(),
          "ADD CONSTRAINT %s %s".formatted(Catalogue.quote(key.name()), key.definition()));
    }
  }

  private static void alter(Connection connection, Catalogue.Table table, String change)
      throws SQLException {
    Catalogue.actAs(connection, table.owner());
    Restore.run(connection, "ALTER TABLE %s %s".formatted(table.quoted(), change));
  }
}
