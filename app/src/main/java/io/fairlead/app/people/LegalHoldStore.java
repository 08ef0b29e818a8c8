package io.fairlead.app.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of legal holds.
@Repository
class LegalHoldStore {
  private static final String HOLDS =
      """
      select h.id, h.person, i.name, h.reason, p.name as placed_by, h.placed_at, h.lifted_reason, l.name as lifted_by,
        h.lifted_at
      from legal_hold h left join identity i on i.person = h.person left join identity p on p.person = h.placed_by
      left join identity l on l.person = h.lifted_by
      """;

  private final JdbcClient database;

  LegalHoldStore(JdbcClient database) {
    this.database = database;
  }

  /// Waits for what is being deleted, and keeps further deleting waiting until this transaction
  /// ends.
  void lock() {
    database.sql("select pg_advisory_xact_lock(hashtext('fairlead.holds'))").query(row -> {});
  }

  /// While this transaction deletes, no hold is placed.
  void lockForDeleting() {
    database
        .sql("select pg_advisory_xact_lock_shared(hashtext('fairlead.holds'))")
        .query(row -> {});
  }

  boolean isKnown(UUID person) {
    return database
        .sql("select exists (select 1 from identity where person = :person)")
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  boolean holds(UUID person) {
    return database
        .sql(
            "select exists (select 1 from legal_hold where person = :person and lifted_at is null)")
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  void insert(UUID id, UUID person, String reason, UUID by, Instant now) {
    database
        .sql(
            """
            insert into legal_hold (id, person, reason, placed_by, placed_at)
            values (:id, :person, :reason, :by, :now)
            """)
        .param("id", id)
        .param("person", person)
        .param("reason", reason)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  boolean lift(UUID id, String reason, UUID by, Instant now) {
    return database
            .sql(
                """
                update legal_hold set lifted_reason = :reason, lifted_by = :by, lifted_at = :now
                where id = :id and lifted_at is null
                """)
            .param("id", id)
            .param("reason", reason)
            .param("by", by)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  Optional<LegalHold> find(UUID id) {
    return database
        .sql(HOLDS + " where h.id = :id")
        .param("id", id)
        .query(LegalHoldStore::hold)
        .optional();
  }

  List<LegalHold> inForce() {
    return database
        .sql(HOLDS + " where h.lifted_at is null order by h.placed_at desc, h.id")
        .query(LegalHoldStore::hold)
        .list();
  }

  List<LegalHold> of(UUID person) {
    return database
        .sql(HOLDS + " where h.person = :person order by h.placed_at desc, h.id")
        .param("person", person)
        .query(LegalHoldStore::hold)
        .list();
  }

  private static LegalHold hold(ResultSet row, int index) throws SQLException {
    Timestamp lifted = row.getTimestamp("lifted_at");
    return new LegalHold(
        row.getObject("id", UUID.class),
        row.getObject("person", UUID.class),
        row.getString("name"),
        row.getString("reason"),
        row.getString("placed_by"),
        row.getTimestamp("placed_at").toInstant(),
        row.getString("lifted_reason"),
        row.getString("lifted_by"),
        lifted == null ? null : lifted.toInstant());
  }
}
