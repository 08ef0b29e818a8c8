package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far cycles are, in counts, and who has something left to do in one: the board's SQL.
@Component
class CycleProgressStore {
  /// How long after a cycle's grading it can still be seen, and opened again.
  private static final int DAYS_AFTER = 30;

  private final JdbcClient database;

  CycleProgressStore(JdbcClient database) {
    this.database = database;
  }

  /// @param late key results whose check-in was due before today
  /// @param graded objectives that are closed
  record Progress(
      Cycle cycle,
      long drafts,
      long proposed,
      long active,
      long graded,
      long keyResults,
      long late) {}

  /// The cycles that are being planned, run or graded.
  List<Progress> all(LocalDate today) {
    return database
        .sql(
            """
            select c.id as cycle_id, c.name, c.starts, c.ends, c.planning_from, c.planning_until, c.grading_from,
              c.grading_until, c.check_in_every_days, c.pilot, o.drafts, o.proposed, o.active, o.graded, k.key_results, k.late
            from cycle c
            cross join lateral (
              select count(*) filter (where state = 'draft') as drafts, count(*) filter (where state = 'proposed') as proposed,
                count(*) filter (where state = 'active') as active, count(*) filter (where state in ('graded', 'closed')) as graded
              from objective where cycle = c.id) o
            cross join lateral (
              select count(*) as key_results,
                count(*) filter (where coalesce(t.last_day, c.starts) + c.check_in_every_days < :today) as late
              from objective o join key_result k on k.objective = o.id
              left join key_result_track t on t.key_result = k.id
              where o.cycle = c.id and o.state = 'active' and c.starts <= :today and c.ends >= :today) k
            where c.planning_from <= :today and c.grading_until >= :today - :after
            order by c.starts desc, c.ends
            """)
        .param("today", today)
        .param("after", DAYS_AFTER)
        .query((row, _) ->
            new Progress(
                Cycles.cycle(row, "cycle_id"),
                row.getLong("drafts"),
                row.getLong("proposed"),
                row.getLong("active"),
                row.getLong("graded"),
                row.getLong("key_results"),
                row.getLong("late")))
        .list();
  }

  /// Who has drafts or proposals, late check-ins, or objectives to grade in a cycle.
  List<UUID> waiting(UUID cycle, CycleReminder what, LocalDate today) {
    return database
        .sql(
            switch (what) {
              case PLANNING ->
                  """
                  select distinct coalesce(o.delegate, o.accountable) from objective o
                  where o.cycle = :cycle and o.state in ('draft', 'proposed') and :today is not null
                  """;
              case CHECK_INS ->
                  """
                  select distinct coalesce(k.owner, o.delegate, o.accountable) from objective o
                  join cycle c on c.id = o.cycle join key_result k on k.objective = o.id
                  left join key_result_track t on t.key_result = k.id
                  where o.cycle = :cycle and o.state = 'active' and c.starts <= :today and c.ends >= :today
                    and coalesce(t.last_day, c.starts) + c.check_in_every_days < :today
                  """;
              case GRADING ->
                  """
                  select distinct coalesce(o.delegate, o.accountable) from objective o
                  join cycle c on c.id = o.cycle
                  where o.cycle = :cycle and o.state = 'active' and c.grading_from <= :today
                  """;
            })
        .param("cycle", cycle)
        .param("today", today)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }
}
