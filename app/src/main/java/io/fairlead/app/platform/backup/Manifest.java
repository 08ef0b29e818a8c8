package io.fairlead.app.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a backup file holds; written last, since only then it is known.
///
/// @param format of the file; another number is another layout
/// @param postgresql the server it was taken from
/// @param schema each module's schema version, such as `goals: 3`
public record Manifest(
    int format,
    Instant takenAt,
    String postgresql,
    Map<String, String> schema,
    List<Content> tables,
    List<Position> sequences) {
  static final int FORMAT = 1;

  public Manifest {
    schema = Map.copyOf(schema);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
  }

  /// One table's rows, as PostgreSQL's COPY text in the entry of the table's name.
  public record Content(String schema, String table, List<String> columns, long rows) {
    public Content {
      columns = List.copyOf(columns);
    }

    String entry() {
      return "tables/" + schema + "." + table;
    }
  }

  /// Where a sequence stands.
  public record Position(String schema, String sequence, long last, boolean called) {}

  public long rows() {
    return tables.stream().mapToLong(Content::rows).sum();
  }
}
