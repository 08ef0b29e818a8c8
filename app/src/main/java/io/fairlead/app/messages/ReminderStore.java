package io.fairlead.app.messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of the day's reminders: whom they have reached.
@Repository
class ReminderStore {
  private static final UUID NOBODY = new UUID(0, 0);

  private final JdbcClient database;

  ReminderStore(JdbcClient database) {
    this.database = database;
  }

  /// Whom the day's run reached last; empty when it is finished, or another node is at it.
  Optional<UUID> begin(LocalDate day) {
    database
        .sql("insert into reminder_run (day) values (:day) on conflict do nothing")
        .param("day", day)
        .update();
    return database
        .sql(
            """
            select coalesce(after, :nobody) from reminder_run where day = :day and not finished
            for update skip locked
            """)
        .param("day", day)
        .param("nobody", NOBODY)
        .query(UUID.class)
        .optional();
  }

  /// @param person null when nobody is left
  void reached(LocalDate day, @Nullable UUID person) {
    database
        .sql(
            """
            update reminder_run set after = coalesce(:person::uuid, after), finished = :person::uuid is null
            where day = :day
            """)
        .param("day", day)
        .param("person", person)
        .update();
    database.sql("delete from reminder_run where day < :day::date - 30").param("day", day).update();
  }

  /// Somebody who works here.
  record Somebody(UUID person, String name) {}

  List<Somebody> people(UUID after, LocalDate today, int limit) {
    return database
        .sql(
            """
            select i.person, i.name from identity i
            where i.person > :after and exists (
              select 1 from employment e where e.person = i.person and e.during @> :today)
            order by i.person limit :limit
            """)
        .param("after", after)
        .param("today", today)
        .param("limit", limit)
        .query((row, _) -> new Somebody(row.getObject("person", UUID.class), row.getString("name")))
        .list();
  }
}
