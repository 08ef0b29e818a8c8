package io.fairlead.app.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of reporting lines. A change is first written down as rows of `line_move`; the
/// statements that carry it out are the same for one person and for a whole file.
@Repository
class LineStore {
  private final JdbcClient database;

  LineStore(JdbcClient database) {
    this.database = database;
  }

  /// Makes changes of lines wait for one another until the transaction ends: two moves that are
  /// harmless alone could close a circle together. Whoever waits for longer than some seconds, as
  /// behind an import of many people, is told so (SQLSTATE 55P03) instead of waiting on.
  void lock() {
    database
        .sql("select set_config('lock_timeout', '5s', true)")
        .query((row, number) -> true)
        .single();
    lockHoweverLong();
  }

  /// The same for a job, which nobody waits for.
  void lockHoweverLong() {
    database
        .sql("select pg_advisory_xact_lock(hashtext('fairlead.lines'))")
        .query((row, number) -> true)
        .single();
  }

  void plan(UUID batch, UUID person, @Nullable UUID manager, LocalDate from) {
    database
        .sql(
            """
            insert into line_move (batch, person, manager, from_day, kind)
            values (:batch, :person, :manager, :from, 'line')
            """)
        .param("batch", batch)
        .param("person", person)
        .param("manager", manager)
        .param("from", from)
        .update();
  }

  void planDeparture(UUID batch, UUID person, LocalDate from) {
    database
        .sql(
            """
            insert into line_move (batch, person, from_day, kind)
            values (:batch, :person, :from, 'departure')
            """)
        .param("batch", batch)
        .param("person", person)
        .param("from", from)
        .update();
  }

  /// Carries out what is planned: ends what the moves replace, begins the new lines, hands the
  /// reports of those who leave to the next one above who stays, and brings today's closure along.
  void carryOut(UUID batch, Instant now, LocalDate today) {
    endReplaced(batch, "line");
    begin(batch, now, "line");
    handUpReports(batch, now);
    endReplaced(batch, "departure");
    rebuildBelow(batch, today);
    forget(batch);
  }

  private void endReplaced(UUID batch, String kind) {
    database
        .sql(
            """
            delete from reporting_line r using line_move m
            where m.batch = :batch and m.kind = :kind and r.person = m.person and lower(r.during) >= m.from_day
              and (m.until_day is null or lower(r.during) < m.until_day)
            """)
        .param("batch", batch)
        .param("kind", kind)
        .update();
    database
        .sql(
            """
            update reporting_line r set during = daterange(lower(r.during), m.from_day) from line_move m
            where m.batch = :batch and m.kind = :kind and r.person = m.person and r.during @> m.from_day
            """)
        .param("batch", batch)
        .param("kind", kind)
        .update();
  }

  /// A new line lasts as long as the employment is known to; who has left by then gets none.
  private void begin(UUID batch, Instant now, String kind) {
    database
        .sql(
            """
            insert into reporting_line (id, person, manager, during, recorded_at)
            select fresh_id(:now), m.person, m.manager,
              daterange(m.from_day, coalesce(m.until_day,
                (select max(upper(e.during)) from employment e
                 where e.person = m.person and not exists (
                   select 1 from employment f where f.person = m.person and upper_inf(f.during))))), :now
            from line_move m where m.batch = :batch and m.kind = :kind
              and not exists (select 1 from employment e where e.person = m.person
                having max(coalesce(upper(e.during), 'infinity'::date)) <= m.from_day)
            """)
        .param("batch", batch)
        .param("kind", kind)
        .param("now", Timestamp.from(now))
        .update();
  }

  private void handUpReports(UUID batch, Instant now) {
    boolean somebodyLeaves =
        database
            .sql(
                "select exists (select 1 from line_move where batch = :batch and kind = 'departure')")
            .param("batch", batch)
            .query(Boolean.class)
            .single();
    if (!somebodyLeaves) {
      return;
    }
    UUID handed = UUID.randomUUID();
    database
        .sql(
            SUCCESSORS
                + """
                insert into line_move (batch, person, manager, from_day, until_day, kind)
                select distinct on (r.person) :handed, r.person, nullif(s.successor, r.person), s.from_day, upper(r.during), 'line'
                from successors s join reporting_line r on r.manager = s.leaver and r.during @> s.from_day
                where not exists (select 1 from line_move gone where gone.batch = :batch and gone.kind = 'departure'
                  and gone.person = r.person and gone.from_day <= s.from_day)
                """)
        .param("batch", batch)
        .param("handed", handed)
        .update();
    database
        .sql(
            SUCCESSORS
                + """
                update reporting_line r set manager = nullif(s.successor, r.person) from successors s
                where r.manager = s.leaver and lower(r.during) > s.from_day
                """)
        .param("batch", batch)
        .update();
    endReplaced(handed, "line");
    begin(handed, now, "line");
    database
        .sql(
            """
            insert into line_move (batch, person, from_day, kind)
            select :batch, person, from_day, 'below' from line_move where batch = :handed
            on conflict do nothing
            """)
        .param("batch", batch)
        .param("handed", handed)
        .update();
    forget(handed);
  }

  /// For each who leaves, the nearest above who stays; null when nobody does.
  private static final String SUCCESSORS =
      """
      with recursive up as (
        select m.person as leaver, m.from_day, r.manager as node, 1 as step
        from line_move m left join reporting_line r on r.person = m.person and r.during @> (m.from_day - 1)
        where m.batch = :batch and m.kind = 'departure'
        union all
        select up.leaver, up.from_day, r.manager, up.step + 1
        from up join line_move m on m.batch = :batch and m.kind = 'departure' and m.person = up.node and m.from_day <= up.from_day
        left join reporting_line r on r.person = up.node and r.during @> (m.from_day - 1)
        where up.step < 200),
      successors as (
        select distinct on (leaver) leaver, from_day, node as successor from up order by leaver, step desc)
      """;

  /// Rebuilds today's closure for everybody at or below a moved person, and for nobody else.
  void rebuildBelow(UUID batch, LocalDate today) {
    database
        .sql(
            """
            insert into line_move (batch, person, from_day, kind)
            select distinct :batch, l.below, m.from_day, 'below'
            from line_move m join line_of l on l.above = m.person where m.batch = :batch
            on conflict do nothing
            """)
        .param("batch", batch)
        .update();
    database
        .sql(
            "delete from line_of l using line_move m where m.batch = :batch and l.below = m.person")
        .param("batch", batch)
        .update();
    database
        .sql(
            """
            insert into line_of (above, below, depth)
            with recursive up as (
              select m.person as above, m.person as below, 0 as depth from line_move m where m.batch = :batch
              union all
              select r.manager, up.below, up.depth + 1 from up
              join reporting_line r on r.person = up.above and r.during @> :today
              where r.manager is not null and up.depth < 200)
            select above, below, depth from up order by above, below
            """)
        .param("batch", batch)
        .param("today", today)
        .update();
  }

  void forget(UUID batch) {
    database.sql("delete from line_move where batch = :batch").param("batch", batch).update();
  }

  /// The day that the closure shows, if it was ever brought to one.
  Optional<LocalDate> closureDay() {
    return database.sql("select day from line_day").query(LocalDate.class).optional();
  }

  void closureDayIs(LocalDate day) {
    database
        .sql(
            "insert into line_day (day) values (:day) on conflict (one) do update set day = excluded.day")
        .param("day", day)
        .update();
  }

  /// Plans a rebuild for everybody whose line began or ended after one day and up to another.
  int planTurns(UUID batch, LocalDate after, LocalDate upTo) {
    return database
        .sql(
            """
            insert into line_move (batch, person, from_day, kind)
            select distinct :batch, person, :upto, 'below' from reporting_line
            where (lower(during) > :after and lower(during) <= :upto) or (upper(during) > :after and upper(during) <= :upto)
            """)
        .param("batch", batch)
        .param("after", after)
        .param("upto", upTo)
        .update();
  }

  int planEverybody(UUID batch, LocalDate today) {
    return database
        .sql(
            """
            insert into line_move (batch, person, from_day, kind)
            select :batch, id, :today, 'below' from person
            """)
        .param("batch", batch)
        .param("today", today)
        .update();
  }

  /// The names from the manager up to the person, if making that one the person's manager would
  /// close a circle on that day or on a later one on which a known line begins.
  List<String> circle(UUID person, UUID manager, LocalDate from) {
    return database
        .sql(
            """
            with recursive days as (
              select :from as day union select lower(during) from reporting_line where lower(during) > :from),
            up as (
              select day, :manager::uuid as node, array[:manager::uuid] as path from days
              union all
              select up.day, r.manager, up.path || r.manager
              from up join reporting_line r on r.person = up.node and r.during @> up.day
              where r.manager is not null and up.node <> :person and r.manager <> all(up.path)),
            closed as (select path from up where node = :person order by day limit 1)
            select coalesce(i.name, '–') as name from closed, unnest(closed.path) with ordinality as step (person, place)
            left join identity i on i.person = step.person order by step.place
            """)
        .param("from", from)
        .param("manager", manager)
        .param("person", person)
        .query((row, number) -> row.getString("name"))
        .list();
  }

  Optional<PersonName> managerOn(UUID person, LocalDate day) {
    return database
        .sql(
            """
            select i.person, i.name from reporting_line r join identity i on i.person = r.manager
            where r.person = :person and r.during @> :day
            """)
        .param("person", person)
        .param("day", day)
        .query((row, number) ->
            new PersonName(row.getObject("person", UUID.class), row.getString("name")))
        .optional();
  }

  List<PersonName> chainOn(UUID person, LocalDate day) {
    return database
        .sql(
            """
            with recursive up as (
              select r.manager as node, 1 as depth from reporting_line r where r.person = :person and r.during @> :day
              union all
              select r.manager, up.depth + 1 from up join reporting_line r on r.person = up.node and r.during @> :day
              where up.depth < 200)
            select i.person, i.name from up join identity i on i.person = up.node order by up.depth
            """)
        .param("person", person)
        .param("day", day)
        .query((row, number) ->
            new PersonName(row.getObject("person", UUID.class), row.getString("name")))
        .list();
  }

  List<Line> history(UUID person) {
    return database
        .sql(
            """
            select r.manager, coalesce(i.name, '') as name, lower(r.during) as begins, upper(r.during) as ends
            from reporting_line r left join identity i on i.person = r.manager
            where r.person = :person order by lower(r.during)
            """)
        .param("person", person)
        .query((row, number) -> {
          UUID manager = row.getObject("manager", UUID.class);
          return new Line(
              manager == null ? null : new PersonName(manager, row.getString("name")),
              row.getObject("begins", LocalDate.class),
              row.getObject("ends", LocalDate.class));
        })
        .list();
  }
}
