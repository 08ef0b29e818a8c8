package io.fairlead.app.rights;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.RetainedRecord;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of how long what is kept, and the statements that modules declare for it.
@Repository
class RetentionStore {
  private final JdbcClient database;
  private final ObjectProvider<PersonalData> modules;

  RetentionStore(JdbcClient database, ObjectProvider<PersonalData> modules) {
    this.database = database;
    this.modules = modules;
  }

  List<RetainedRecord> kinds() {
    return modules
        .orderedStream()
        .flatMap(module -> module.retainedRecords().stream())
        .sorted(Comparator.comparing(RetainedRecord::code))
        .toList();
  }

  Optional<RetainedRecord> kind(String code) {
    return kinds().stream().filter(each -> each.code().equals(code)).findFirst();
  }

  private record Stored(
      int months, @Nullable String by, Instant at, @Nullable Instant ranAt, long deleted) {}

  List<RetentionRule> rules() {
    Map<String, Stored> stored = new HashMap<>();
    database
        .sql(
            """
            select r.code, r.months, i.name, r.set_at, r.ran_at, r.deleted
            from retention_rule r left join identity i on i.person = r.set_by
            """)
        .query(row -> {
          Timestamp ran = row.getTimestamp("ran_at");
          stored.put(
              row.getString("code"),
              new Stored(
                  row.getInt("months"),
                  row.getString("name"),
                  row.getTimestamp("set_at").toInstant(),
                  ran == null ? null : ran.toInstant(),
                  row.getLong("deleted")));
        });
    return kinds().stream().map(kind -> rule(kind, stored.get(kind.code()))).toList();
  }

  private static RetentionRule rule(RetainedRecord kind, @Nullable Stored stored) {
    return stored == null
        ? new RetentionRule(
            kind.code(), kind.suggested(), kind.least(), kind.empties(), null, null, null, null, 0)
        : new RetentionRule(
            kind.code(),
            kind.suggested(),
            kind.least(),
            kind.empties(),
            stored.months(),
            stored.by(),
            stored.at(),
            stored.ranAt(),
            stored.deleted());
  }

  void keep(String code, int months, UUID by, Instant now) {
    database
        .sql(
            """
            insert into retention_rule (code, months, set_by, set_at) values (:code, :months, :by, :now)
            on conflict (code) do update set months = excluded.months, set_by = excluded.set_by, set_at = excluded.set_at
            """)
        .param("code", code)
        .param("months", months)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  boolean forget(String code) {
    return database
            .sql("delete from retention_rule where code = :code")
            .param("code", code)
            .update()
        == 1;
  }

  /// The months in force now; whoever changes the rule waits until this transaction ends.
  Optional<Integer> monthsWhileDeleting(String code) {
    return database
        .sql("select months from retention_rule where code = :code for update")
        .param("code", code)
        .query(Integer.class)
        .optional();
  }

  long due(RetainedRecord kind, Instant before) {
    return database
        .sql(kind.count())
        .param("before", Timestamp.from(before))
        .query(Long.class)
        .single();
  }

  int act(RetainedRecord kind, Instant before, int most) {
    JdbcClient.StatementSpec batch =
        database.sql(kind.batch()).param("before", Timestamp.from(before)).param("most", most);
    return kind.tells() ? batch.query((_, _) -> kind).list().size() : batch.update();
  }

  void ran(String code, long deleted, Instant now) {
    database
        .sql(
            "update retention_rule set ran_at = :now, deleted = deleted + :deleted where code = :code")
        .param("code", code)
        .param("deleted", deleted)
        .param("now", Timestamp.from(now))
        .update();
  }
}
