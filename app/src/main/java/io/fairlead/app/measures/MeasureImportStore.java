package io.fairlead.app.measures;

import io.fairlead.app.measures.MeasureImportRun.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The files of values that people brought; each sees their own.
@Component
class MeasureImportStore {
  private static final int LATEST = 10;
  private static final String RUN =
      """
      select id, file_name, at, applied_at, defined, added, corrected, unchanged, left_out from measure_import
      """;

  private final JdbcClient database;

  MeasureImportStore(JdbcClient database) {
    this.database = database;
  }

  void add(UUID id, String fileName, String content, UUID by, Instant at) {
    database
        .sql(
            """
            insert into measure_import (id, file_name, content, by_person, at)
            values (:id, :name, :content, :by, :at)
            """)
        .param("id", id)
        .param("name", fileName)
        .param("content", content)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .update();
  }

  /// Forgets files that were brought before.
  void forget(Instant before) {
    database
        .sql("delete from measure_import where at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  List<MeasureImportRun> latest(UUID by) {
    return database
        .sql(RUN + "where by_person = :by order by at desc, id desc limit :most")
        .param("by", by)
        .param("most", LATEST)
        .query((row, _) -> run(row))
        .list();
  }

  Optional<MeasureImportRun> find(UUID by, UUID id) {
    return database
        .sql(RUN + "where id = :id and by_person = :by")
        .param("id", id)
        .param("by", by)
        .query((row, _) -> run(row))
        .optional();
  }

  /// The same, held until the transaction ends.
  Optional<MeasureImportRun> hold(UUID by, UUID id) {
    return database
        .sql(RUN + "where id = :id and by_person = :by for update")
        .param("id", id)
        .param("by", by)
        .query((row, _) -> run(row))
        .optional();
  }

  String content(UUID id) {
    return database
        .sql("select content from measure_import where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  void applied(UUID id, Counts counts, Instant at) {
    database
        .sql(
            """
            update measure_import set applied_at = :at, defined = :defined, added = :added, corrected = :corrected,
              unchanged = :unchanged, left_out = :left
            where id = :id
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .param("defined", counts.defined())
        .param("added", counts.added())
        .param("corrected", counts.corrected())
        .param("unchanged", counts.unchanged())
        .param("left", counts.left())
        .update();
  }

  private static MeasureImportRun run(ResultSet row) throws SQLException {
    Timestamp applied = row.getTimestamp("applied_at");
    return new MeasureImportRun(
        row.getObject("id", UUID.class),
        row.getString("file_name"),
        row.getTimestamp("at").toInstant(),
        applied == null ? null : applied.toInstant(),
        new Counts(
            row.getInt("defined"),
            row.getInt("added"),
            row.getInt("corrected"),
            row.getInt("unchanged"),
            row.getInt("left_out")));
  }
}
