package io.fairlead.app.people;

import io.fairlead.app.people.intake.PeopleFile;
import io.fairlead.app.people.intake.PersonRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Writes a file's rows into `import_staged` through COPY, one row in memory at a time.
@Repository
class StagedRows {
  private static final String COPY =
      """
      copy import_staged (run, number, line, cells, employee_number, name, email, title, unit_path, manager_email,
        start_date, end_date, leaves, teams, attributes, found) from stdin
      """;
  private static final int BLOCK = 64 * 1024;

  private final DataSource source;
  private final JsonMapper json;

  StagedRows(DataSource source, JsonMapper json) {
    this.source = source;
    this.json = json;
  }

  /// Call inside a transaction.
  ///
  /// @return how many rows the file has
  int copy(UUID run, PeopleFile file) throws IOException {
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
      try {
        Rows rows = new Rows(copy, run);
        file.forEachRow(rows::write);
        rows.flush();
        return (int) copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  private final class Rows {
    private final CopyIn copy;
    private final UUID run;
    private final StringBuilder block = new StringBuilder();

    Rows(CopyIn copy, UUID run) {
      this.copy = copy;
      this.run = run;
    }

    void write(PersonRow row) {
      text(run.toString());
      text(Integer.toString(row.number()));
      text(Long.toString(row.line()));
      text(array(row.cells()));
      text(row.employeeNumber());
      text(row.name());
      text(row.email());
      text(row.title());
      text(row.unitPath() == null ? null : array(row.unitPath()));
      text(row.managerEmail());
      text(row.startDate() == null ? null : row.startDate().toString());
      text(row.endDate() == null ? null : row.endDate().toString());
      text(row.leaves() ? "t" : "f");
      text(row.teams() == null ? null : array(row.teams()));
      text(json.writeValueAsString(row.attributes()));
      text(json.writeValueAsString(row.problems()));
      block.setCharAt(block.length() - 1, '\n');
      if (block.length() > BLOCK) {
        flush();
      }
    }

    private void text(@Nullable String value) {
      if (value == null) {
        block.append("\\N\t");
        return;
      }
      for (int i = 0; i < value.length(); i++) {
        char character = value.charAt(i);
        switch (character) {
          case '\\' -> block.append("\\\\");
          case '\t' -> block.append("\\t");
          case '\n' -> block.append("\\n");
          case '\r' -> block.append("\\r");
          case '\0' -> {}
          default -> block.append(character);
        }
      }
      block.append('\t');
    }

    void flush() {
      byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
      block.setLength(0);
      try {
        copy.writeToCopy(bytes, 0, bytes.length);
      } catch (SQLException e) {
        throw new UncheckedIOException(new IOException(e));
      }
    }
  }

  private static String array(List<String> values) {
    StringBuilder literal = new StringBuilder("{");
    for (String value : values) {
      if (literal.length() > 1) {
        literal.append(',');
      }
      literal.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return literal.append('}').toString();
  }
}
