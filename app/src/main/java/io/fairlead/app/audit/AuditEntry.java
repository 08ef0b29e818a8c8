package io.fairlead.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the record, by ids only.
///
/// @param actor null for the system itself
/// @param detail JSON, `{}` when there is none
record AuditEntry(
    long number,
    UUID id,
    Instant at,
    @Nullable UUID actor,
    String act,
    String recordType,
    @Nullable UUID record,
    @Nullable UUID subject,
    String detail) {

  static final String COLUMNS =
      "number, id, at, actor, act, record_type, record, subject, detail::text as detail";

  static AuditEntry of(ResultSet row, int index) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        row.getObject("id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getObject("actor", UUID.class),
        row.getString("act"),
        row.getString("record_type"),
        row.getObject("record", UUID.class),
        row.getObject("subject", UUID.class),
        row.getString("detail"));
  }
}
