package io.fairlead.app.integrations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Events in the database.
@Component
class EventStore {
  /// Events that are numbered in one statement.
  static final int BATCH = 10_000;

  private final JdbcClient database;

  EventStore(JdbcClient database) {
    this.database = database;
  }

  boolean hasUnnumbered() {
    return database
        .sql("select exists (select 1 from event where number is null)")
        .query(Boolean.class)
        .single();
  }

  /// Gives numbers to events that have none. Nobody else numbers until this transaction's numbers
  /// can be seen, so that whoever comes next gives larger ones and shows them later.
  ///
  /// @return how many
  int number() {
    database.sql("select pg_advisory_xact_lock(hashtext('events'))").query().singleRow();
    return database
        .sql(
            """
            with fresh as materialized (
              select id, nextval('event_number') as number
              from (select id from event where number is null order by at, id limit :most) waiting)
            update event e set number = f.number from fresh f where e.id = f.id
            """)
        .param("most", BATCH)
        .update();
  }

  /// Those after a number, in order.
  List<Event> after(long number, int most) {
    return database
        .sql(
            """
            select id, number, at, type, record_type, record from event
            where number > :after order by number limit :most
            """)
        .param("after", number)
        .param("most", most)
        .query(EventStore::event)
        .list();
  }

  private static Event event(ResultSet row, int index) throws SQLException {
    return new Event(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getTimestamp("at").toInstant(),
        row.getString("type"),
        row.getString("record_type"),
        row.getObject("record", UUID.class));
  }

  /// The number of the newest event, kept or not.
  long last() {
    return database
        .sql("select case when is_called then last_value else 0 end from event_number")
        .query(Long.class)
        .single();
  }

  /// The number of the newest event that is no longer kept; 0 while all are.
  long forgotten() {
    return database
        .sql("select min(number) - 1 from event")
        .query(Long.class)
        .optional()
        .orElseGet(this::last);
  }

  int forget(Instant before) {
    return database
        .sql("delete from event where at < :before and number is not null")
        .param("before", Timestamp.from(before))
        .update();
  }
}
