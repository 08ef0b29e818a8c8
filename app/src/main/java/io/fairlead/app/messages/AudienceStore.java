package io.fairlead.app.messages;

import io.fairlead.app.messages.Audiences.Named;
import io.fairlead.app.messages.Audiences.Unit;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of whom mail may reach.
@Repository
class AudienceStore {
  private final JdbcClient database;
  private final Clock clock;

  AudienceStore(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// An audience somebody named.
  ///
  /// @param name of the unit or person; null for everyone, or where the person was erased
  record Audience(
      UUID id,
      boolean everyone,
      @Nullable UUID unit,
      @Nullable UUID person,
      @Nullable String name,
      @Nullable String openedBy,
      Instant openedAt) {}

  List<Audience> all() {
    return database
        .sql(
            """
            select a.id, a.everyone, a.unit, a.person, coalesce(u.name, i.name) as name, o.name as opened_by, a.opened_at
            from mail_audience a left join unit u on u.id = a.unit left join identity i on i.person = a.person
            left join identity o on o.person = a.opened_by
            order by a.everyone desc, a.unit is null, lower(coalesce(u.name, i.name)), a.id
            """)
        .query((row, _) ->
            new Audience(
                row.getObject("id", UUID.class),
                row.getBoolean("everyone"),
                row.getObject("unit", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getString("opened_by"),
                row.getTimestamp("opened_at").toInstant()))
        .list();
  }

  /// How many of the people here mail may reach.
  record Reach(int reached, int people) {}

  Reach reach(LocalDate today) {
    return database
        .sql(
            """
            select count(*) filter (where %s)::int as reached, count(*)::int as people
            from employment e0 where e0.during @> :today
            """
                .formatted(MailGate.open("e0.person")))
        .param("today", today)
        .query((row, _) -> new Reach(row.getInt("reached"), row.getInt("people")))
        .single();
  }

  List<Unit> units() {
    return database
        .sql(
            """
            select u.id, (select string_agg(a.name, ' / ' order by l.depth desc)
              from unit_line l join unit a on a.id = l.above where l.below = u.id) as name
            from unit u order by 2
            """)
        .query((row, _) -> new Unit(row.getObject("id", UUID.class), row.getString("name")))
        .list();
  }

  boolean exists(Named named) {
    return database
        .sql(
            """
            select (:unit::uuid is null or exists (select 1 from unit where id = :unit::uuid))
              and (:person::uuid is null or exists (select 1 from identity where person = :person::uuid))
              and (:unit::uuid is null or :person::uuid is null)
            """)
        .param("unit", named.unit())
        .param("person", named.person())
        .query(Boolean.class)
        .single();
  }

  List<UUID> people(Named named, LocalDate today) {
    return database
        .sql(
            """
            select e.person from employment e join identity i on i.person = e.person
            where e.during @> :today and (:person::uuid is null or e.person = :person::uuid)
              and (:unit::uuid is null or e.unit in (select below from unit_line where above = :unit::uuid))
            order by lower(i.name), e.person
            """)
        .param("today", today)
        .param("unit", named.unit())
        .param("person", named.person())
        .query((row, _) -> row.getObject("person", UUID.class))
        .list();
  }

  /// @return the id of the audience, the known one where it was named before
  UUID insert(UUID id, Named named, UUID by) {
    return database
        .sql(
            """
            with made as (
              insert into mail_audience (id, everyone, unit, person, opened_by, opened_at)
              values (:id, :everyone, :unit, :person, :by, :now)
              on conflict do nothing returning id)
            select id from made union all
            select id from mail_audience where everyone = :everyone and unit is not distinct from :unit::uuid
              and person is not distinct from :person::uuid
            limit 1
            """)
        .param("id", id)
        .param("everyone", named.unit() == null && named.person() == null)
        .param("unit", named.unit())
        .param("person", named.person())
        .param("by", by)
        .param("now", Timestamp.from(clock.instant()))
        .query(UUID.class)
        .single();
  }

  boolean delete(UUID audience) {
    return database.sql("delete from mail_audience where id = :id").param("id", audience).update()
        == 1;
  }
}
