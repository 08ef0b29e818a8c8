package io.fairlead.app.people;

import io.fairlead.app.people.intake.Field;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Compares a file's rows with what is known, in statements over all rows at once: who each row is,
/// what is wrong between rows, and what each good row would change. May be run again at any time;
/// applying runs it once more, so that nothing is done to what changed meanwhile.
@Repository
class ImportCheck {
  private final JdbcClient database;
  private final ImportUnits units;
  private final ImportCircles circles;

  ImportCheck(JdbcClient database, ImportUnits units, ImportCircles circles) {
    this.database = database;
    this.units = units;
    this.circles = circles;
  }

  /// Call inside a transaction that holds the lock on lines.
  ///
  /// @param progress told how many of `STEPS` are done
  void run(ImportRun run, Map<Field, String> columns, Instant now, IntConsumer progress) {
    Steps steps = new Steps(run, columns, now);
    steps.forget();
    units.resolve(run.id());
    steps.setAsideTheSame();
    steps.findPersons();
    progress.accept(1);
    steps.findPeopleNotInTheFile();
    steps.findDuplicates();
    progress.accept(2);
    steps.findManagers();
    units.reportAmbiguous(run.id(), columns);
    steps.markProblems();
    progress.accept(3);
    circles.find(run, columns, steps::markProblems);
    progress.accept(4);
    steps.judge();
    steps.count();
  }

  static final int STEPS = 5;

  private final class Steps {
    private final ImportRun run;
    private final Map<Field, String> columns;
    private final Map<String, Object> parameters = new HashMap<>();

    Steps(ImportRun run, Map<Field, String> columns, Instant now) {
      this.run = run;
      this.columns = columns;
      parameters.put("run", run.id());
      parameters.put("day", run.effective());
      parameters.put("now", Timestamp.from(now));
    }

    private int update(String sql) {
      return database.sql(sql).params(parameters).update();
    }

    void forget() {
      update("delete from import_row where run = :run");
      update("delete from import_same where run = :run");
      update("delete from import_problem where run = :run");
      update("delete from import_unit where run = :run");
      update("delete from import_line where run = :run");
      update("analyze import_staged");
    }

    /// Sets aside whoever's row says what is known already, so that a file of a hundred thousand
    /// with a thousand changes costs a thousand. Whatever is in doubt (a row that shares its
    /// address, a manager who may leave or is renamed by this very file, a last day) is not set
    /// aside but judged.
    void setAsideTheSame() {
      parameters.put("stay", run.absent() == ImportRun.Absent.STAY);
      // Nothing is known of how many rows the parts have, and a loop over two of a hundred thousand
      // takes hours; whatever order they are joined in, hashing takes seconds.
      update("set local enable_nestloop = off");
      update(SAME);
      update("set local enable_nestloop = on");
      update("analyze import_same");
    }

    /// Says of every other row who it is.
    void findPersons() {
      update(
          """
          insert into import_row (run, number, line, cells, employee_number, name, email, title, unit_path, manager_email,
            start_date, end_date, leaves, teams, attributes, found, person, fresh, last_day, head)
          select f.run, f.number, f.line, f.cells, f.employee_number, f.name, f.email, f.title, f.unit_path, f.manager_email,
            f.start_date, f.end_date, f.leaves, f.teams, f.attributes, f.found,
            coalesce(n.person, m.person, case when f.email is not null then fresh_id(:now) end),
            n.person is null and m.person is null and f.email is not null,
            case when f.leaves then least(f.end_date, :day - 1) else f.end_date end,
            coalesce(f.manager_email = '' or lower(f.manager_email) = lower(f.email), false)
          from import_staged f
          left join identity n on f.employee_number <> '' and n.employee_number = f.employee_number
          left join identity m on lower(m.email) = lower(f.email)
            and (m.employee_number is null or coalesce(f.employee_number, '') = '')
          where f.run = :run and not exists (select 1 from import_same s where s.run = :run and s.number = f.number)
          """);
      update(
          """
          insert into import_problem (run, number, field, code, parameters)
          select r.run, r.number, p ->> 'column', p ->> 'code', array(select jsonb_array_elements_text(p -> 'parameters'))
          from import_row r, jsonb_array_elements(r.found) p where r.run = :run
          """);
      update("analyze import_row");
      problems(
          Field.EMAIL,
          "address-of-another",
          "array[r.email]",
          """
          from import_row r join identity i on lower(i.email) = lower(r.email)
          where r.run = :run and i.person is distinct from r.person and not exists (
            select 1 from import_row o where o.run = r.run and o.person = i.person and lower(o.email) <> lower(i.email))
          """);
    }

    /// People who work here and are not in the file stand in the table as rows before the first, so
    /// that one set of statements serves both. Whoever brings the file does not leave by it.
    void findPeopleNotInTheFile() {
      if (run.absent() == ImportRun.Absent.STAY) {
        return;
      }
      parameters.put("by", run.madeBy());
      update(
          """
          insert into import_row (run, number, line, cells, leaves, attributes, person, last_day)
          select :run, - row_number() over (order by e.person), 0, '{}', true, '{}', e.person, :day - 1
          from employment e
          where e.during @> :day and e.person <> :by
            and not exists (select 1 from import_row r where r.run = :run and r.person = e.person)
            and not exists (select 1 from import_same s where s.run = :run and s.person = e.person)
          """);
    }

    void findDuplicates() {
      duplicates(Field.EMAIL, "duplicate-address", "lower(email)", "email is not null", "r.email");
      duplicates(
          Field.EMPLOYEE_NUMBER,
          "duplicate-number",
          "employee_number",
          "employee_number <> ''",
          "r.employee_number");
      problems(
          Field.EMAIL,
          "same-person-twice",
          "array[coalesce(r.email, ''), ''::text]",
          """
          from (select x.*, count(*) over (partition by person) as times, count(*) over (partition by lower(email)) as same
                from import_row x where x.run = :run and x.person is not null) r
          where r.times > 1 and r.same = 1 and r.number > 0 and (r.employee_number is null or r.employee_number = ''
            or not exists (select 1 from import_row o where o.run = :run and o.number <> r.number and o.employee_number = r.employee_number))
          """);
    }

    private void duplicates(Field field, String code, String key, String condition, String shown) {
      problems(
          field,
          code,
          "array["
              + shown
              + ", (select string_agg(o.number::text, ', ' order by o.number) from unnest(r.others[1\\:6]) o (number) where o.number <> r.number)]",
          """
          from (select x.*, array_agg(number) over (partition by KEY order by number
                  rows between unbounded preceding and unbounded following) as others
                from import_row x where x.run = :run and CONDITION) r
          where cardinality(r.others) > 1
          """
              .replace("KEY", key)
              .replace("CONDITION", condition));
    }

    void findManagers() {
      update(
          """
          update import_row r set manager = k.manager from (
            select f.number, coalesce(m.person, i.person) as manager from import_row f
            left join import_row m on m.run = f.run and m.number > 0 and lower(m.email) = lower(f.manager_email)
            left join identity i on lower(i.email) = lower(f.manager_email)
            where f.run = :run and not f.head and f.manager_email <> '') k
          where r.run = :run and r.number = k.number and k.manager is not null
          """);
      problems(
          Field.MANAGER_EMAIL,
          "unknown-manager",
          "array[r.manager_email]",
          """
          from import_row r where r.run = :run and r.manager_email <> '' and not r.head and r.manager is null
            and coalesce(r.last_day, :day) >= :day
          """);
      problems(
          Field.MANAGER_EMAIL,
          "manager-leaves",
          "array[r.manager_email]",
          """
          from import_row r where r.run = :run and r.manager is not null and coalesce(r.last_day, :day) >= :day
            and (exists (select 1 from import_row m where m.run = r.run and m.person = r.manager and m.last_day < :day)
              or (not exists (select 1 from import_row m where m.run = r.run and m.person = r.manager)
                and not exists (select 1 from employment e where e.person = r.manager and e.during @> :day)))
          """);
    }

    private void problems(Field field, String code, String detail, String from) {
      parameters.put("field", columns.getOrDefault(field, field.code()));
      parameters.put("code", code);
      update(
          "insert into import_problem (run, number, field, code, parameters) select r.run, r.number, :field, :code, "
              + detail
              + " "
              + from);
    }

    /// Marks the rows that have a problem, and the good rows whose manager's only row is one of
    /// those.
    void markProblems() {
      update(
          """
          update import_row set verdict = 'problem'
          where run = :run and verdict is null and number in (select number from import_problem where run = :run)
          """);
      update(
          """
          update import_row r set line_waits = true
          where r.run = :run and r.verdict is null and r.manager is not null and not r.line_waits and coalesce(r.last_day, :day) >= :day
            and exists (select 1 from import_row m where m.run = r.run and m.person = r.manager and m.fresh and m.verdict = 'problem')
          """);
    }

    void judge() {
      update(
          """
          update import_row r set verdict = 'unchanged'
          where r.run = :run and r.verdict is null and r.last_day < :day and (r.fresh or not exists (
            select 1 from employment e where e.person = r.person and (upper_inf(e.during) or upper(e.during) > r.last_day + 1)))
          """);
      update(
          """
          update import_row set verdict = case when last_day < :day then 'leaving' when fresh then 'new' end
          where run = :run and verdict is null and (fresh or last_day < :day)
          """);
      update(
          """
          update import_row r set verdict = 'changed'
          where r.run = :run and r.verdict is null and exists (select 1 from identity i where i.person = r.person and (
            r.name <> i.name or r.email <> i.email or r.title <> i.title
            or (r.employee_number is not null and nullif(r.employee_number, '') is distinct from i.employee_number)
            or (r.attributes <> '{}' and (select coalesce(jsonb_object_agg(a.key, a.value), '{}')
                from jsonb_each_text(i.attributes || r.attributes) a where a.value <> '') <> i.attributes)))
          """);
      update(
          """
          update import_row r set verdict = 'changed'
          where r.run = :run and r.verdict is null and not exists (
            select 1 from employment e where e.person = r.person and (e.during @> :day or lower(e.during) > :day))
          """);
      update(
          """
          update import_row r set verdict = 'changed' from import_unit u, employment e
          where r.run = :run and r.verdict is null and u.run = r.run and u.path = r.unit_path
            and e.person = r.person and e.during @> :day and (u.fresh or u.unit is distinct from e.unit)
          """);
      update(
          """
          update import_row r set verdict = 'changed'
          where r.run = :run and r.verdict is null and (r.manager is not null or r.head) and not r.line_waits and not exists (
            select 1 from reporting_line l where l.person = r.person and l.during @> :day and l.manager is not distinct from r.manager)
          """);
      update(
          """
          update import_row r set verdict = 'changed'
          where r.run = :run and r.verdict is null and r.last_day is not null and not exists (
            select 1 from employment e where e.person = r.person and upper(e.during) = r.last_day + 1)
          """);
      update(
          """
          update import_row r set verdict = 'changed'
          where r.run = :run and r.verdict is null and r.start_date is not null and not exists (
            select 1 from employment e where e.person = r.person and lower(e.during) = r.start_date)
            and EARLIER
          """
              .replace("EARLIER", START_CAN_MOVE));
      update(
          """
          update import_row r set verdict = 'changed'
          where r.run = :run and r.verdict is null and r.teams is not null
            and (select coalesce(array_agg(lower(t.name) order by lower(t.name)), '{}')
                 from membership m join team t on t.id = m.team where m.person = r.person and m.during @> :day)
              <> (select coalesce(array_agg(distinct lower(n.name) order by lower(n.name)), '{}') from unnest(r.teams) n (name))
          """);
      update("update import_row set verdict = 'unchanged' where run = :run and verdict is null");
    }

    void count() {
      update(
          """
          update import_run i set
            active_before = (select count(*) from employment e where e.during @> :day),
            new_people = n.fresh, changed_people = n.changed,
            unchanged_people = n.unchanged + (select count(*) from import_same where run = :run),
            leaving_people = n.leaving, problem_rows = n.problem, waiting_lines = n.waiting
          from (select count(*) filter (where verdict = 'new') as fresh, count(*) filter (where verdict = 'changed') as changed,
              count(*) filter (where verdict = 'unchanged') as unchanged, count(*) filter (where verdict = 'leaving') as leaving,
              count(*) filter (where verdict = 'problem') as problem, count(*) filter (where line_waits) as waiting
            from import_row where run = :run) n
          where i.id = :run
          """);
    }
  }

  private static final String SAME =
      """
      with file as materialized (
        select number, name, email, lower(email) as address, nullif(employee_number, '') as key, employee_number, title, unit_path,
          manager_email, lower(manager_email) as manager_address, start_date, end_date, leaves, teams, attributes, found = '[]' as fine,
          count(*) over (partition by lower(email)) as same_address
        from import_staged where run = :run),
      addressed as (select distinct on (address) * from file where address is not null order by address, number),
      numbered as (select key, count(*) as times from file where key is not null group by key),
      teamed as (
        select m.person, array_agg(lower(t.name) order by lower(t.name)) as names
        from membership m join team t on t.id = m.team where m.during @> :day group by m.person)
      insert into import_same (run, person, number)
      select :run, i.person, f.number
      from file f
      join identity i on lower(i.email) = f.address
      join employment e on e.person = i.person and e.during @> :day
      left join import_unit u on u.run = :run and u.path = f.unit_path
      left join reporting_line l on l.person = i.person and l.during @> :day
      left join identity above on above.person = l.manager
      left join addressed m on m.address = f.manager_address
      left join numbered mine on mine.key = f.key
      left join numbered known on known.key = i.employee_number
      left join numbered theirs on theirs.key = above.employee_number
      left join teamed on teamed.person = i.person
      where f.fine and f.same_address = 1 and not f.leaves and f.end_date is null
        and f.email = i.email and f.name = i.name and (f.title is null or f.title = i.title)
        and (f.employee_number is null or f.key is not distinct from i.employee_number)
        and (f.key is null or mine.times = 1) and (f.key is not null or known.key is null)
        and (f.attributes = '{}' or i.attributes @> f.attributes
          or (select coalesce(jsonb_object_agg(a.key, a.value), '{}')
              from jsonb_each_text(i.attributes || f.attributes) a where a.value <> '') = i.attributes)
        and (f.unit_path is null or (u.path is not null and not u.fresh and not u.ambiguous and u.unit is not distinct from e.unit))
        and (f.start_date is null or f.start_date = lower(e.during)
          or exists (select 1 from employment s where s.person = i.person and lower(s.during) = f.start_date))
        and (f.teams is null or coalesce(teamed.names, '{}')
          = (select coalesce(array_agg(distinct lower(n.name) order by lower(n.name)), '{}') from unnest(f.teams) n (name)))
        and case
          when f.manager_email is null then true
          when f.manager_email = '' or f.manager_address = f.address then l.person is not null and l.manager is null
          when lower(above.email) is distinct from f.manager_address then false
          when m.number is not null then m.fine and m.same_address = 1 and not m.leaves and (m.end_date is null or m.end_date >= :day)
            and (m.key is null or m.key is not distinct from above.employee_number)
          else :stay and theirs.key is null
            and exists (select 1 from employment s where s.person = above.person and s.during @> :day)
          end
      """;

  /// The first day of the present employment can be moved to the one in the file: it lies before
  /// the end of its first stretch and after any earlier employment.
  static final String START_CAN_MOVE =
      """
      exists (select 1 from employment f where f.person = r.person
        and lower(f.during) = (select max(lower(s.during)) from employment s where s.person = r.person and lower(s.during) <= greatest(:day, r.start_date)
          and not exists (select 1 from employment b where b.person = s.person and upper(b.during) = lower(s.during)))
        and (upper_inf(f.during) or upper(f.during) > r.start_date)
        and not exists (select 1 from employment p where p.person = r.person and upper(p.during) <= lower(f.during) and upper(p.during) >= r.start_date))
      """;
}
