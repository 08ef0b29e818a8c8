package io.fairlead.app.people;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Puts back what stood before an import.
@Repository
class ImportUndo {
  private static final int PUTTING_BACK = 40;
  private static final int AT_ONCE = 5_000;

  private final JdbcClient database;
  private final LineStore lines;

  ImportUndo(JdbcClient database, LineStore lines) {
    this.database = database;
    this.lines = lines;
  }

  /// How many people of the run were changed by somebody since.
  int changedSince(UUID run) {
    return database
        .sql(
            """
            select count(*) from import_before b left join person p on p.id = b.person
            where b.run = :run and p.version is distinct from b.version
            """)
        .param("run", run)
        .query(Integer.class)
        .single();
  }

  /// Whether anything is known of what stood before.
  boolean remembers(UUID run) {
    return database
        .sql("select exists (select 1 from import_before where run = :run)")
        .param("run", run)
        .query(Boolean.class)
        .single();
  }

  /// Those who left by the run, of whom other modules were told.
  List<UUID> toldToHaveLeft(UUID run) {
    return database
        .sql(
            """
            select distinct e.person from import_before b join employment e on e.person = b.person and e.departure_told
            where b.run = :run and not b.made and not exists (
              select 1 from employment n where n.person = e.person and lower(n.during) >= upper(e.during))
              and exists (select 1 from jsonb_to_recordset(b.before -> 'employments') o (during daterange)
                where upper_inf(o.during) or upper(o.during) > upper(e.during))
            """)
        .param("run", run)
        .query((row, number) -> row.getObject("person", UUID.class))
        .list();
  }

  /// Call inside a transaction that holds the lock on lines.
  ///
  /// @param progress told how many of a hundred parts are done
  /// @throws org.springframework.dao.DataIntegrityViolationException when something refers to a
  ///   person whom the run made
  void run(UUID run, LocalDate today, IntConsumer progress) {
    Map<String, Object> parameters = new HashMap<>();
    UUID batch = UUID.randomUUID();
    parameters.put("run", run);
    parameters.put("batch", batch);
    parameters.put("today", today);
    int done = 0;
    for (String statement : STATEMENTS) {
      database.sql(statement).params(parameters).update();
      progress.accept(PUTTING_BACK * ++done / STATEMENTS.size());
    }
    lines.rebuildBelow(batch, today);
    lines.forget(batch);
    takeAwayPeople(run, progress);
    database.sql("delete from import_before where run = :run").param("run", run).update();
  }

  /// Every table that may name a person is asked about each of them, which takes most of the time.
  private void takeAwayPeople(UUID run, IntConsumer progress) {
    int all =
        database
            .sql("select count(*) from import_before where run = :run and made")
            .param("run", run)
            .query(Integer.class)
            .single();
    for (int gone = 0; gone < all; gone += AT_ONCE) {
      progress.accept((int) (PUTTING_BACK + (100L - PUTTING_BACK) * gone / all));
      database
          .sql(
              """
              with part as (
                delete from import_before where run = :run and person in (
                  select person from import_before where run = :run and made order by person limit :most)
                returning person)
              delete from person where id in (select person from part)
              """)
          .param("run", run)
          .param("most", AT_ONCE)
          .update();
    }
  }

  /// Takes away the units and teams that the run made and nobody uses.
  ///
  /// @throws org.springframework.dao.DataIntegrityViolationException when somebody does
  void takeAwayMade(UUID run) {
    for (String statement :
        List.of(
            "delete from team where id in (select team from import_made where run = :run)",
            "delete from unit_line where below in (select unit from import_made where run = :run)",
            "delete from unit where id in (select unit from import_made where run = :run)",
            "delete from import_made where run = :run")) {
      database.sql(statement).param("run", run).update();
    }
  }

  private static final List<String> STATEMENTS =
      List.of(
          """
          insert into line_move (batch, person, from_day, kind)
          select :batch, person, :today, 'below' from import_before where run = :run and not made
          """,
          "delete from line_of where below in (select person from import_before where run = :run and made)",
          "delete from employment where person in (select person from import_before where run = :run)",
          "delete from reporting_line where person in (select person from import_before where run = :run)",
          "delete from membership where person in (select person from import_before where run = :run)",
          """
          insert into employment (id, person, unit, during, recorded_at, departure_told)
          select o.id, o.person, o.unit, o.during, o.recorded_at, o.departure_told
          from import_before b, jsonb_to_recordset(b.before -> 'employments')
            o (id uuid, person uuid, unit uuid, during daterange, recorded_at timestamptz, departure_told boolean)
          where b.run = :run and not b.made
          """,
          """
          insert into reporting_line (id, person, manager, during, recorded_at)
          select o.id, o.person, o.manager, o.during, o.recorded_at
          from import_before b, jsonb_to_recordset(b.before -> 'lines')
            o (id uuid, person uuid, manager uuid, during daterange, recorded_at timestamptz)
          where b.run = :run and not b.made
          """,
          """
          insert into membership (id, team, person, during)
          select o.id, o.team, o.person, o.during
          from import_before b, jsonb_to_recordset(b.before -> 'memberships') o (id uuid, team uuid, person uuid, during daterange)
          where b.run = :run and not b.made
          """,
          """
          update identity i set email = i.person || '@changing.invalid', employee_number = null
          from import_before b where b.run = :run and not b.made and i.person = b.person
          """,
          "delete from identity where person in (select person from import_before where run = :run and made)",
          """
          update identity i set name = o.name, email = o.email, employee_number = o.employee_number, title = o.title,
            attributes = o.attributes
          from import_before b, jsonb_to_record(b.before -> 'identity')
            o (name text, email text, employee_number text, title text, attributes jsonb)
          where b.run = :run and not b.made and i.person = b.person
          """,
          """
          update person set version = version + 1
          where id in (select person from import_before where run = :run and not made)
          """,
          // What an earlier import made of them stands again, so that one can be undone next.
          """
          update import_before o set version = b.version + 1 from import_before b
          where b.run = :run and not b.made and o.run <> b.run and o.person = b.person and o.version = b.version - 1
          """);
}
