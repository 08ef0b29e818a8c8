package io.fairlead.app.platform.backup;

import io.fairlead.app.platform.database.DatabaseAccess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Every row of every table and where every sequence stands, to compare two databases by.
record Contents(Map<String, List<String>> tables) {

  static Contents of(DatabaseAccess access) throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    try (Connection connection = access.connect(access.owner())) {
      connection.setAutoCommit(false);
      for (Catalogue.Table table : Catalogue.tables(connection)) {
        Catalogue.actAs(connection, table.owner());
        tables.put(
            table.schema() + "." + table.name(),
            all(
                connection,
                "SELECT t::text FROM %s AS t ORDER BY t::text COLLATE \"C\""
                    .formatted(table.quoted())));
      }
      for (Catalogue.Sequence sequence : Catalogue.sequences(connection)) {
        Catalogue.actAs(connection, sequence.owner());
        tables.put(
            sequence.schema() + "." + sequence.name(),
            all(connection, "SELECT last_value || ' ' || is_called FROM " + sequence.quoted()));
      }
    }
    return new Contents(tables);
  }

  List<String> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  static String ask(DatabaseAccess access, String question) throws SQLException {
    try (Connection connection = access.connect(access.owner())) {
      return all(connection, question).getFirst();
    }
  }

  private static List<String> all(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(row.getString(1));
      }
      return rows;
    }
  }
}
