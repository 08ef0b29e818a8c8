package io.fairlead.app.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Does what a check found, in statements over all good rows at once, having first written down
/// what stood before.
@Repository
class ImportApply {
  static final int STEPS = 6;

  private final JdbcClient database;
  private final ImportUnits units;
  private final UnitStore unitStore;
  private final LineStore lines;

  ImportApply(JdbcClient database, ImportUnits units, UnitStore unitStore, LineStore lines) {
    this.database = database;
    this.units = units;
    this.unitStore = unitStore;
    this.lines = lines;
  }

  /// Call inside a transaction that holds the lock on lines.
  void run(ImportRun run, Instant now, LocalDate today, IntConsumer progress) {
    Steps steps = new Steps(run, now);
    units.make(run.id(), unitStore);
    steps.remember();
    progress.accept(1);
    steps.identities();
    progress.accept(2);
    steps.employments();
    progress.accept(3);
    steps.lines(today);
    progress.accept(4);
    steps.departures(today);
    progress.accept(5);
    steps.teams();
    steps.versions();
  }

  /// The people whom the run made, changed or let go.
  List<UUID> touched(UUID run) {
    return database
        .sql(
            "select person from import_row where run = :run and verdict in ('new', 'changed', 'leaving') order by person")
        .param("run", run)
        .query((row, number) -> row.getObject("person", UUID.class))
        .list();
  }

  private final class Steps {
    private final Map<String, Object> parameters = new HashMap<>();
    private final Instant now;

    Steps(ImportRun run, Instant now) {
      this.now = now;
      parameters.put("run", run.id());
      parameters.put("day", run.effective());
      parameters.put("now", Timestamp.from(now));
    }

    private int update(String sql) {
      return database.sql(sql).params(parameters).update();
    }

    /// What stood before, also of those whose manager leaves and who are handed up.
    void remember() {
      update(
          """
          insert into import_before (run, person, version, made, before)
          select :run, p.id, p.version, false, jsonb_build_object(
            'identity', (select to_jsonb(i) from identity i where i.person = p.id),
            'employments', (select coalesce(jsonb_agg(to_jsonb(e)), '[]') from employment e where e.person = p.id),
            'lines', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from reporting_line l where l.person = p.id),
            'memberships', (select coalesce(jsonb_agg(to_jsonb(m)), '[]') from membership m where m.person = p.id))
          from person p where p.id in (
            select person from import_row where run = :run and verdict in ('changed', 'leaving')
            union
            select l.person from import_row r join reporting_line l on l.manager = r.person
            where r.run = :run and r.verdict in ('changed', 'leaving') and r.last_day is not null
              and (upper_inf(l.during) or upper(l.during) > r.last_day))
          """);
      update(
          """
          insert into import_before (run, person, version, made)
          select :run, person, 1, true from import_row where run = :run and verdict = 'new'
          """);
    }

    /// Addresses and numbers that change are first taken away from all, so that two people may
    /// exchange theirs.
    void identities() {
      update(
          """
          update identity i set email = i.person || '@changing.invalid',
            employee_number = case when r.employee_number is null then i.employee_number end
          from import_row r where r.run = :run and r.verdict = 'changed' and i.person = r.person
            and (lower(i.email) <> lower(r.email) or (r.employee_number is not null and r.employee_number is distinct from i.employee_number))
          """);
      update(
          """
          insert into person (id, created_at) select person, :now from import_row where run = :run and verdict = 'new'
          """);
      update(
          """
          insert into identity (person, name, email, employee_number, title, attributes)
          select person, name, email, nullif(employee_number, ''), coalesce(title, ''),
            (select coalesce(jsonb_object_agg(a.key, a.value), '{}') from jsonb_each_text(attributes) a where a.value <> '')
          from import_row where run = :run and verdict = 'new'
          """);
      update(
          """
          update identity i set name = r.name, email = r.email, title = coalesce(r.title, i.title),
            employee_number = case when r.employee_number is null then i.employee_number else nullif(r.employee_number, '') end,
            attributes = (select coalesce(jsonb_object_agg(a.key, a.value), '{}')
              from jsonb_each_text(i.attributes || r.attributes) a where a.value <> '')
          from import_row r where r.run = :run and r.verdict = 'changed' and i.person = r.person
          """);
    }

    void employments() {
      update(
          """
          insert into employment (id, person, unit, during, recorded_at)
          select fresh_id(:now), r.person, u.unit, daterange(coalesce(r.start_date, :day), r.last_day + 1), :now
          from import_row r left join import_unit u on u.run = r.run and u.path = r.unit_path
          where r.run = :run and r.verdict = 'new'
          """);
      update(
          """
          insert into employment (id, person, unit, during, recorded_at)
          select fresh_id(:now), r.person, u.unit,
            daterange(greatest(coalesce(r.start_date, :day), (select max(upper(e.during)) from employment e where e.person = r.person)), r.last_day + 1), :now
          from import_row r left join import_unit u on u.run = r.run and u.path = r.unit_path
          where r.run = :run and r.verdict = 'changed'
            and not exists (select 1 from employment e where e.person = r.person and (e.during @> :day or lower(e.during) > :day))
            and (r.last_day is null or r.last_day >= greatest(coalesce(r.start_date, :day), (select max(upper(e.during)) from employment e where e.person = r.person)))
          """);
      update(
          """
          update employment e set unit = u.unit from import_row r join import_unit u on u.run = r.run and u.path = r.unit_path
          where r.run = :run and r.verdict = 'changed' and e.person = r.person and lower(e.during) >= :day and e.unit is distinct from u.unit
          """);
      update(
          """
          with moved as materialized (
            select e.id, e.person, e.unit as old_unit, u.unit as new_unit, lower(e.during) as begins
            from import_row r join import_unit u on u.run = r.run and u.path = r.unit_path
            join employment e on e.person = r.person and e.during @> :day and lower(e.during) < :day
            where r.run = :run and r.verdict = 'changed' and e.unit is distinct from u.unit),
          cut as (
            update employment e set unit = m.new_unit, during = daterange(:day, upper(e.during)), recorded_at = :now
            from moved m where m.id = e.id returning e.id)
          insert into employment (id, person, unit, during, recorded_at, departure_told)
          select fresh_id(:now), m.person, m.old_unit, daterange(m.begins, :day), :now, true
          from moved m where (select count(*) from cut) > 0
          """);
      update(
          """
          update employment e set during = daterange(r.start_date, upper(e.during)) from import_row r
          where r.run = :run and r.verdict = 'changed' and r.start_date is not null and e.person = r.person
            and lower(e.during) <> r.start_date
            and lower(e.during) = (select max(lower(s.during)) from employment s where s.person = r.person and lower(s.during) <= greatest(:day, r.start_date)
              and not exists (select 1 from employment b where b.person = s.person and upper(b.during) = lower(s.during)))
            and not exists (select 1 from employment same where same.person = r.person and lower(same.during) = r.start_date)
            and MOVABLE
          """
              .replace("MOVABLE", ImportCheck.START_CAN_MOVE));
      update(
          """
          delete from employment e using import_row r
          where r.run = :run and r.verdict in ('changed', 'leaving') and r.last_day is not null and e.person = r.person
            and lower(e.during) > r.last_day
          """);
      update(
          """
          update employment e set during = daterange(lower(e.during), r.last_day + 1), departure_told = false from import_row r
          where r.run = :run and r.verdict in ('changed', 'leaving') and r.last_day is not null and e.person = r.person
            and (e.during @> (r.last_day + 1) or (upper(e.during) <= r.last_day and upper(e.during) > :day
              and not exists (select 1 from employment n where n.person = e.person and lower(n.during) >= upper(e.during))))
          """);
    }

    void lines(LocalDate today) {
      UUID batch = UUID.randomUUID();
      parameters.put("batch", batch);
      update(
          """
          insert into line_move (batch, person, manager, from_day, kind)
          select :batch, r.person, case when r.line_waits then null else r.manager end,
            greatest(:day, (select min(lower(e.during)) from employment e where e.person = r.person and (upper_inf(e.during) or upper(e.during) > :day))), 'line'
          from import_row r
          where r.run = :run and (r.verdict = 'new' or (r.verdict = 'changed' and (
            ((r.manager is not null or r.head) and not r.line_waits and not exists (
              select 1 from reporting_line l where l.person = r.person and l.during @> :day and l.manager is not distinct from r.manager))
            or not exists (select 1 from reporting_line l where l.person = r.person and (upper_inf(l.during) or upper(l.during) > :day)))))
          """);
      lines.carryOut(batch, now, today);
    }

    void departures(LocalDate today) {
      update(
          """
          delete from membership m using import_row r
          where r.run = :run and r.verdict in ('changed', 'leaving') and r.last_day is not null and m.person = r.person
            and lower(m.during) > r.last_day
          """);
      update(
          """
          update membership m set during = daterange(lower(m.during), r.last_day + 1) from import_row r
          where r.run = :run and r.verdict in ('changed', 'leaving') and r.last_day is not null and m.person = r.person
            and m.during @> (r.last_day + 1)
          """);
      UUID batch = UUID.randomUUID();
      parameters.put("batch", batch);
      update(
          """
          insert into line_move (batch, person, from_day, kind)
          select :batch, person, last_day + 1, 'departure' from import_row
          where run = :run and verdict in ('changed', 'leaving') and last_day is not null
          """);
      lines.carryOut(batch, now, today);
    }

    void teams() {
      update(
          """
          with named as (
            select distinct on (lower(n.name)) n.name from import_row r, unnest(r.teams) n (name)
            where r.run = :run and r.verdict in ('new', 'changed') order by lower(n.name), n.name),
          made as (
            insert into team (id, name, during) select fresh_id(:now), name, daterange(:day, null) from named
            where not exists (select 1 from team t where lower(t.name) = lower(named.name)) returning id)
          insert into import_made (run, team) select :run, id from made
          """);
      update(
          """
          delete from membership m using import_row r, team t
          where r.run = :run and r.verdict = 'changed' and r.teams is not null and m.person = r.person and t.id = m.team
            and lower(m.during) >= :day and lower(t.name) <> all(select lower(n.name) from unnest(r.teams) n (name))
          """);
      update(
          """
          update membership m set during = daterange(lower(m.during), :day) from import_row r, team t
          where r.run = :run and r.verdict = 'changed' and r.teams is not null and m.person = r.person and t.id = m.team
            and m.during @> :day and lower(t.name) <> all(select lower(n.name) from unnest(r.teams) n (name))
          """);
      update(
          """
          insert into membership (id, team, person, during)
          select fresh_id(:now), t.id, r.person, daterange(e.begins, r.last_day + 1)
          from (select distinct x.person, x.last_day, lower(n.name) as name from import_row x, unnest(x.teams) n (name)
                where x.run = :run and x.verdict in ('new', 'changed')) r
          join team t on lower(t.name) = r.name
          cross join lateral (select greatest(:day, min(lower(e.during))) as begins from employment e
            where e.person = r.person and (upper_inf(e.during) or upper(e.during) > :day)) e
          where (r.last_day is null or r.last_day >= e.begins) and not exists (
            select 1 from membership m where m.team = t.id and m.person = r.person and (upper_inf(m.during) or upper(m.during) > e.begins))
          """);
    }

    void versions() {
      update(
          """
          update person set version = version + 1
          where id in (select person from import_before where run = :run and not made)
          """);
      update(
          """
          update import_before b set version = p.version from person p where b.run = :run and p.id = b.person
          """);
    }
  }
}
