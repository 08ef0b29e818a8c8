package io.fairlead.app.framework;

import io.fairlead.app.framework.FrameworkVersion.FrameworkEntry;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.methods.framework.FrameworkDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `framework_version`.
@Component
class FrameworkStore {
  private static final String ENTRY =
      """
      select v.number, v.id, v.author, i.name as author_name, v.reason, v.in_force_from, v.document
      from framework_version v left join identity i on i.person = v.author
      """;

  private final JdbcClient database;
  private final Policy policy;

  FrameworkStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  boolean mayChange(Viewer viewer) {
    String condition =
        policy.condition(FrameworkPolicy.RECORD, FrameworkPolicy.CHANGE, FrameworkPolicy.DOCUMENT);
    return database
        .sql("select " + condition)
        .params(viewer.parameters())
        .query(Boolean.class)
        .single();
  }

  /// From here to the end of the transaction nobody else puts a document in force.
  void lock() {
    database.sql("select pg_advisory_xact_lock(hashtext('framework'))").query().singleRow();
  }

  int latest() {
    return database
        .sql("select coalesce(max(number), 0) from framework_version")
        .query(Integer.class)
        .single();
  }

  Optional<FrameworkVersion> current() {
    return database
        .sql(ENTRY + " order by v.number desc limit 1")
        .query(FrameworkStore::version)
        .optional();
  }

  Optional<FrameworkVersion> find(int number) {
    return database
        .sql(ENTRY + " where v.number = ?")
        .param(number)
        .query(FrameworkStore::version)
        .optional();
  }

  Optional<FrameworkVersion> inForceAt(Instant moment) {
    return database
        .sql(ENTRY + " where v.in_force_from <= ? order by v.number desc limit 1")
        .param(Timestamp.from(moment))
        .query(FrameworkStore::version)
        .optional();
  }

  /// The one in force at a moment, or else the first that there was.
  Optional<FrameworkVersion> begunWith(Instant moment) {
    return database
        .sql(
            ENTRY
                + " order by v.in_force_from <= :moment desc,"
                + " case when v.in_force_from <= :moment then -v.number else v.number end limit 1")
        .param("moment", Timestamp.from(moment))
        .query(FrameworkStore::version)
        .optional();
  }

  /// Latest first.
  List<FrameworkEntry> history(int most) {
    return database
        .sql(ENTRY + " order by v.number desc limit ?")
        .param(most)
        .query((row, number) -> entry(row))
        .list();
  }

  void add(
      UUID id, int number, String document, @Nullable UUID author, String reason, Instant from) {
    database
        .sql(
            """
            insert into framework_version (id, number, document, author, reason, in_force_from)
            values (:id, :number, :document, :author, :reason, :from)
            """)
        .param("id", id)
        .param("number", number)
        .param("document", document)
        .param("author", author)
        .param("reason", reason)
        .param("from", Timestamp.from(from))
        .update();
  }

  private static FrameworkVersion version(ResultSet row, int number) throws SQLException {
    return new FrameworkVersion(
        entry(row), FrameworkDocument.parse(row.getString("document")).orThrow());
  }

  private static FrameworkEntry entry(ResultSet row) throws SQLException {
    return new FrameworkEntry(
        row.getInt("number"),
        row.getObject("id", UUID.class),
        row.getObject("author", UUID.class),
        row.getString("author_name"),
        row.getString("reason"),
        row.getTimestamp("in_force_from").toInstant());
  }
}
