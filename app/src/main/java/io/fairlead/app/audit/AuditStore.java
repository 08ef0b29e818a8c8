package io.fairlead.app.audit;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the record for those whom the policy lets.
@Component
class AuditStore {
  private final JdbcClient database;
  private final Policy policy;

  AuditStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  /// Entries that match, the latest first.
  List<AuditEntry> find(Viewer viewer, AuditQuery query, int limit) {
    return database
        .sql(
            """
            select %s from audit_entry
            where (cast(:before as bigint) is null or number < :before)
              and (:act = '' or strpos(act, :act) > 0)
              and (cast(:person as uuid) is null or actor = :person or subject = :person)
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:until as timestamptz) is null or at < :until)
              and %s
            order by number desc limit :limit
            """
                .formatted(
                    AuditEntry.COLUMNS,
                    policy.condition(
                        AuditPolicy.RECORD, AuditPolicy.READ, AuditPolicy.ALL, "subject")))
        .params(viewer.parameters())
        .param("before", query.before())
        .param("act", query.act())
        .param("person", query.person())
        .param("from", timestamp(query.from()))
        .param("until", timestamp(query.until()))
        .param("limit", limit)
        .query(AuditEntry::of)
        .list();
  }

  /// Who read the person's sensitive records, or tried to, the latest first.
  List<AuditEntry> readsOf(UUID person, Instant since, int limit) {
    return database
        .sql(
            """
            select %s from audit_entry
            where subject = :person and actor is distinct from :person and at >= :since
              and (act like '%%.read' or act like '%%.read-denied')
            order by number desc limit :limit
            """
                .formatted(AuditEntry.COLUMNS))
        .param("person", person)
        .param("since", Timestamp.from(since))
        .param("limit", limit)
        .query(AuditEntry::of)
        .list();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
