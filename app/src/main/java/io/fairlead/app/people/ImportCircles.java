package io.fairlead.app.people;

import io.fairlead.app.people.intake.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds circles in the reporting lines as they would stand after an import: the file's good ones
/// and today's above them, since a circle must have a line that changes. Who can be reached from
/// somebody without a manager is in no circle; only the few who cannot are looked at one by one.
@Repository
class ImportCircles {
  private static final int MOST_ROUNDS = 1000;

  private final JdbcClient database;

  ImportCircles(JdbcClient database) {
    this.database = database;
  }

  /// Adds a problem to each row on a circle. A row with a problem is parked, and what it said is
  /// replaced by what holds today, which may close another circle; so it looks until it finds none,
  /// on the day of the import and on every later day on which a known line begins.
  void find(ImportRun run, Map<Field, String> columns, Runnable markProblems) {
    for (LocalDate day : days(run)) {
      for (int round = 0; round < MOST_ROUNDS; round++) {
        draw(run, day);
        Map<UUID, @Nullable UUID> unreached = unreached(run.id());
        Set<Set<UUID>> circles = circles(unreached);
        if (circles.isEmpty()) {
          break;
        }
        for (Set<UUID> circle : circles) {
          report(run.id(), circle, columns.getOrDefault(Field.MANAGER_EMAIL, "manager_email"));
        }
        markProblems.run();
      }
    }
  }

  private List<LocalDate> days(ImportRun run) {
    List<LocalDate> days = new ArrayList<>();
    days.add(run.effective());
    days.addAll(
        database
            .sql(
                "select distinct lower(during) as day from reporting_line where lower(during) > :day order by 1")
            .param("day", run.effective())
            .query((row, number) -> row.getObject("day", LocalDate.class))
            .list());
    return days;
  }

  private void draw(ImportRun run, LocalDate day) {
    update(run, day, "delete from import_line where run = :run");
    update(
        run,
        day,
        """
        insert into import_line (run, person, manager)
        select r.run, r.person,
          case when (r.manager is not null or r.head) and not r.line_waits and r.manager is distinct from today.manager then r.manager
            else then_.manager end
        from import_row r
        left join reporting_line today on today.person = r.person and today.during @> :effective
        left join reporting_line then_ on then_.person = r.person and then_.during @> :day
        where r.run = :run and r.verdict is null and coalesce(r.last_day, :effective) >= :effective and r.person is not null
        """);
    update(
        run,
        day,
        """
        with recursive concerned as (
          select r.person from import_row r where r.run = :run and r.person is not null
          union
          select above.manager from concerned c cross join lateral (
            select r.manager from import_row r where r.run = :run and r.person = c.person
            union all
            select l.manager from reporting_line l where l.person = c.person and (l.during @> :effective or l.during @> :day)) above
          where above.manager is not null)
        insert into import_line (run, person, manager)
        select :run, e.person, l.manager
        from concerned c join employment e on e.person = c.person left join reporting_line l on l.person = e.person and l.during @> :day
        where e.during @> :effective and not exists (
          select 1 from import_row r where r.run = :run and r.person = e.person and r.verdict is null)
        """);
    int handedUp = 1;
    for (int step = 0; step < 200 && handedUp > 0; step++) {
      handedUp =
          update(
              run,
              day,
              """
              update import_line i set manager = (
                select l.manager from reporting_line l where l.person = i.manager and l.during @> :effective)
              where i.run = :run and exists (
                select 1 from import_row m where m.run = :run and m.person = i.manager and m.verdict is null and m.last_day < :effective)
              """);
    }
  }

  private int update(ImportRun run, LocalDate day, String sql) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("run", run.id());
    parameters.put("day", day);
    parameters.put("effective", run.effective());
    return database.sql(sql).params(parameters).update();
  }

  private Map<UUID, @Nullable UUID> unreached(UUID run) {
    Map<UUID, @Nullable UUID> lines = new LinkedHashMap<>();
    database
        .sql(
            """
            with recursive reached as (
              select i.person from import_line i where i.run = :run and (i.manager is null
                or not exists (select 1 from import_line m where m.run = :run and m.person = i.manager))
              union all
              select i.person from reached r join import_line i on i.run = :run and i.manager = r.person)
            select i.person, i.manager from import_line i left join import_row f on f.run = :run and f.person = i.person
            where i.run = :run and not exists (select 1 from reached r where r.person = i.person)
            order by f.number
            """)
        .param("run", run)
        .query(row -> {
          lines.put(row.getObject("person", UUID.class), row.getObject("manager", UUID.class));
        });
    return lines;
  }

  /// The circles among lines of which each leads to another.
  static Set<Set<UUID>> circles(Map<UUID, @Nullable UUID> lines) {
    Set<Set<UUID>> circles = new LinkedHashSet<>();
    Set<UUID> done = new HashSet<>();
    for (UUID start : lines.keySet()) {
      Set<UUID> path = new LinkedHashSet<>();
      UUID at = start;
      while (at != null && !done.contains(at) && path.add(at)) {
        at = lines.get(at);
      }
      if (at != null && path.contains(at)) {
        circles.add(from(at, path));
      }
      done.addAll(path);
    }
    return circles;
  }

  private static Set<UUID> from(UUID start, Set<UUID> path) {
    Set<UUID> circle = new LinkedHashSet<>();
    boolean inside = false;
    for (UUID step : path) {
      inside |= step.equals(start);
      if (inside) {
        circle.add(step);
      }
    }
    return circle;
  }

  private void report(UUID run, Set<UUID> circle, String column) {
    database
        .sql(
            """
            insert into import_problem (run, number, field, code, parameters)
            select r.run, r.number, :column, 'manager-circle', array[(
              select string_agg(coalesce(o.name, i.name, '–'), ' › ' order by c.place)
              from unnest(:shown::uuid[]) with ordinality c (person, place)
              left join identity i on i.person = c.person
              left join import_row o on o.run = :run and o.person = c.person)]
            from import_row r
            where r.run = :run and r.number > 0 and r.verdict is null and r.person = any(:circle) and r.manager is not null
            """)
        .param("run", run)
        .param("column", column)
        .param("shown", circle.stream().limit(20).toArray(UUID[]::new))
        .param("circle", circle.toArray(UUID[]::new))
        .update();
  }
}
