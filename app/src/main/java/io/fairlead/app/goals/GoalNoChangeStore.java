package io.fairlead.app.goals;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what may be said "no change" about.
@Repository
class GoalNoChangeStore {
  private final JdbcClient database;

  GoalNoChangeStore(JdbcClient database) {
    this.database = database;
  }

  /// A key result that is its person's to update and was updated before.
  record DueAgain(UUID person, UUID keyResult, String title, String objective, LocalDate lastDay) {}

  /// Those of these people that fall due until the day.
  List<DueAgain> waiting(Collection<UUID> persons, LocalDate today, LocalDate until) {
    return database
        .sql(
            """
            select p.person, k.id as key_result, k.title, o.title as objective, t.last_day
            from unnest(:persons::uuid[]) as p (person)
            cross join lateral (%s) near
            join objective o on o.id = near.id and o.state = 'active'
            join key_result k on k.objective = o.id and coalesce(k.owner, o.delegate, o.accountable) = p.person
            join cycle c on c.id = o.cycle and c.starts <= :today and c.ends >= :today
            join key_result_track t on t.key_result = k.id
            where t.last_day + c.check_in_every_days <= :until and t.last_day < :today
            order by p.person, o.title, o.id, k.position limit 10000
            """
                .formatted(CheckInStore.near("p.person")))
        .param("persons", persons.toArray(UUID[]::new))
        .param("today", today)
        .param("until", until)
        .query((row, _) ->
            new DueAgain(
                row.getObject("person", UUID.class),
                row.getObject("key_result", UUID.class),
                row.getString("title"),
                row.getString("objective"),
                row.getObject("last_day", LocalDate.class)))
        .list();
  }
}
