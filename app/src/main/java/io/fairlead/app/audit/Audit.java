package io.fairlead.app.audit;

import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Appends to the record. Call it inside the transaction of the act it records, so that neither
/// exists without the other.
@Component
public class Audit {
  private final JdbcClient database;
  private final Ids ids;
  private final Clock clock;
  private final TransactionTemplate apart;

  Audit(JdbcClient database, Ids ids, Clock clock, PlatformTransactionManager transactions) {
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param actor who acted; null for the system itself
  /// @param act past tense, dotted: `objective.graded`
  /// @param record the changed or read record
  /// @param subject the person the record is about, who may later see this line
  public void record(
      @Nullable UUID actor,
      String act,
      String recordType,
      @Nullable UUID record,
      @Nullable UUID subject) {
    database
        .sql(
            """
            insert into audit_entry (id, at, actor, act, record_type, record, subject)
            values (:id, :at, :actor, :act, :record_type, :record, :subject)
            """)
        .param("id", ids.next())
        .param("at", Timestamp.from(clock.instant()))
        .param("actor", actor)
        .param("act", act)
        .param("record_type", recordType)
        .param("record", record)
        .param("subject", subject)
        .update();
  }

  /// The same with how many records of which kind it was about, by their code.
  public void recordCounts(
      @Nullable UUID actor,
      String act,
      String recordType,
      @Nullable UUID record,
      @Nullable UUID subject,
      Map<String, Long> counts) {
    database
        .sql(
            """
            insert into audit_entry (id, at, actor, act, record_type, record, subject, detail)
            select :id, :at, :actor::uuid, :act, :record_type, :record::uuid, :subject::uuid,
              coalesce(jsonb_object_agg(c.code, c.many), '{}')
            from unnest(:codes::text[], :many::bigint[]) c (code, many)
            """)
        .param("id", ids.next())
        .param("at", Timestamp.from(clock.instant()))
        .param("actor", actor)
        .param("act", act)
        .param("record_type", recordType)
        .param("record", record)
        .param("subject", subject)
        .param("codes", counts.keySet().toArray(String[]::new))
        .param("many", counts.values().toArray(Long[]::new))
        .update();
  }

  /// The same act on many people at once, one line each.
  public void recordEach(
      @Nullable UUID actor, String act, String recordType, Collection<UUID> people) {
    database
        .sql(
            """
            insert into audit_entry (id, at, actor, act, record_type, record, subject)
            select e.id, :at, :actor::uuid, :act, :record_type, e.person, e.person
            from unnest(:ids::uuid[], :people::uuid[]) e (id, person)
            """)
        .param("ids", people.stream().map(person -> ids.next()).toArray(UUID[]::new))
        .param("people", people.toArray(UUID[]::new))
        .param("at", Timestamp.from(clock.instant()))
        .param("actor", actor)
        .param("act", act)
        .param("record_type", recordType)
        .update();
  }

  /// Records that a viewer read what somebody may want to know was read. Reading one's own is not
  /// recorded.
  public void read(Viewer viewer, String recordType, @Nullable UUID record, UUID subject) {
    if (!viewer.person().equals(subject)) {
      record(viewer.person(), recordType + READ, recordType, record, subject);
    }
  }

  /// Records that a viewer asked for a sensitive record and was not let in. It is kept even when
  /// the act around it is rolled back.
  public void denied(Viewer viewer, String recordType, @Nullable UUID record, UUID subject) {
    apart.executeWithoutResult(
        _ -> record(viewer.person(), recordType + READ_DENIED, recordType, record, subject));
  }

  static final String READ = ".read";
  static final String READ_DENIED = ".read-denied";
}
