package io.fairlead.app.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Removes every table, view, sequence, function and type that is not an extension's, so that the
/// schema can be built again from its first migration. Schemas and extensions stay.
final class Clearing {
  private static final String OBJECTS =
      """
      WITH ours AS (
        SELECT oid, nspname FROM pg_namespace
        WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema')
      SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
               WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind,
        format('%I.%I', n.nspname, c.relname) AS name, pg_get_userbyid(c.relowner) AS owner, c.oid
      FROM pg_class c JOIN ours n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND NOT c.relispartition
      UNION ALL
      SELECT 'ROUTINE', p.oid::regprocedure::text, pg_get_userbyid(p.proowner), p.oid
      FROM pg_proc p JOIN ours n ON n.oid = p.pronamespace
      UNION ALL
      SELECT 'TYPE', format('%I.%I', n.nspname, t.typname), pg_get_userbyid(t.typowner), t.oid
      FROM pg_type t JOIN ours n ON n.oid = t.typnamespace
      WHERE t.typtype IN ('e', 'd', 'r')
        OR t.typtype = 'c' AND (SELECT relkind FROM pg_class WHERE oid = t.typrelid) = 'c'
      """;

  private static final String NOT_OF_AN_EXTENSION =
      """
      SELECT kind, name, owner FROM (%s) AS o
      WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = o.oid AND d.deptype = 'e')
      ORDER BY array_position(array['MATERIALIZED VIEW', 'VIEW', 'TABLE', 'SEQUENCE', 'ROUTINE', 'TYPE'], kind), name
      """
          .formatted(OBJECTS);

  private record Item(String kind, String name, String owner) {}

  private Clearing() {}

  static void clear(Connection connection) throws SQLException {
    List<Item> items = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(NOT_OF_AN_EXTENSION)) {
      while (row.next()) {
        items.add(new Item(row.getString(1), row.getString(2), row.getString(3)));
      }
    }
    for (Item item : items) {
      Catalogue.actAs(connection, item.owner());
      Restore.run(connection, "DROP %s IF EXISTS %s CASCADE".formatted(item.kind(), item.name()));
    }
    Restore.run(connection, "RESET ROLE");
  }
}
