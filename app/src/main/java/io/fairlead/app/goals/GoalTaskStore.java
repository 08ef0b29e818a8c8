package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.cycles.Cycles;
import io.fairlead.app.goals.GoalTasks.Due;
import io.fairlead.app.goals.GoalTasks.Kind;
import io.fairlead.app.platform.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what is due: one statement a question.
@Component
class GoalTaskStore {
  private final JdbcClient database;

  GoalTaskStore(JdbcClient database) {
    this.database = database;
  }

  /// What waits for the viewer. A check-in is offered from two days before it is due.
  List<Due> own(Viewer viewer, LocalDate today) {
    return database
        .sql(
            """
            %s,
            near as (%s),
            mine as (
              select k.id, k.title, k.baseline, k.baseline_due, t.last_day,
                coalesce(t.last_day, c.starts) + c.check_in_every_days as due
              from near
              join objective o on o.id = near.id
              join key_result k on k.objective = o.id
              join cycle c on c.id = o.cycle
              left join key_result_track t on t.key_result = k.id
              where o.state = 'active' and c.starts <= :today and c.ends >= :today
                and coalesce(k.owner, o.delegate, o.accountable) = :viewer),
            answering as (
              select o.id, o.title, o.state, c.name, c.grading_from, c.grading_until, c.planning_from, c.planning_until
              from near join objective o on o.id = near.id join cycle c on c.id = o.cycle
              where coalesce(o.delegate, o.accountable) = :viewer and o.state in ('draft', 'active'))
            select 'update' as kind, null::uuid as thing, '' as name, count(*)::int as count, min(due) as due,
              max(last_day) as last
            from mine where due <= :today + 2 having count(*) > 0
            union all
            select 'baseline', null, title, 1, baseline_due, null from mine
            where baseline is null and baseline_due <= :today + 7
            union all
            select 'grade', id, title, 1, grading_until, null from answering
            where state = 'active' and grading_from <= :today
            union all
            select 'draft', id, title, 1, planning_until, null from answering
            where state = 'draft' and planning_from <= :today and planning_until >= :today
            union all
            select 'answer', a.child, child.title, 1, null, null
            from near
            join objective parent on parent.id = near.id
            join alignment a on a.parent = parent.id
            join objective child on child.id = a.child
            where a.state = 'proposed' and coalesce(parent.delegate, parent.accountable) = :viewer
              and child.state in ('draft', 'proposed', 'active') and child.accountable <> :viewer
            union all
            select case when g.key_result is null then 'reassign' else 'reassign_part' end,
              coalesce(g.key_result, g.objective), g.title, 1, null, null
            from left_goal g
            order by due nulls last, kind, name
            limit 100
            """
                .formatted(ReassignmentStore.WAITING.strip(), CheckInStore.near(":viewer")))
        .params(viewer.parameters())
        .param("today", today)
        .query(GoalTaskStore::due)
        .list();
  }

  /// The days of somebody's next check-ins and how many key results are due on each.
  List<CheckInDays.Due> checkInDays(UUID person, LocalDate today) {
    return database
        .sql(
            """
            select coalesce(t.last_day, c.starts) + c.check_in_every_days as day, count(*)::int as key_results
            from (%s) near
            join objective o on o.id = near.id and o.state = 'active'
            join key_result k on k.objective = o.id and coalesce(k.owner, o.delegate, o.accountable) = :person
            join cycle c on c.id = o.cycle and c.starts <= :today and c.ends >= :today
            left join key_result_track t on t.key_result = k.id
            where coalesce(t.last_day, c.starts) + c.check_in_every_days <= c.ends
            group by 1 order by 1
            """
                .formatted(CheckInStore.near(":person")))
        .param("person", person)
        .param("today", today)
        .query((row, _) ->
            new CheckInDays.Due(row.getObject("day", LocalDate.class), row.getInt("key_results")))
        .list();
  }

  /// A public key result of somebody in the viewer's direct team, with its series.
  record OfTeam(UUID person, String name, KeyResultRow row, Cycle cycle) {
    /// When its check-in is or was due.
    LocalDate due() {
      return (row.track() == null ? cycle.starts() : row.track().lastDay())
          .plusDays(cycle.checkInEveryDays());
    }
  }

  /// The running key results of the viewer's direct team, by name, without what they say of their
  /// confidence.
  List<OfTeam> team(Viewer viewer, LocalDate today) {
    return database
        .sql(
            """
            select i.person, i.name as person_name, %s, t.days, t.progress, t.value, t.score,
              null::int as confidence, null::int as previous_confidence, t.last_day, t.last_by, %s as said,
              c.id as cycle_id, c.name, c.starts, c.ends, c.planning_from, c.planning_until, c.grading_from,
              c.grading_until, c.check_in_every_days, c.pilot
            from line_of l
            join identity i on i.person = l.below
            cross join lateral (%s) near
            join objective o on o.id = near.id and o.state = 'active' and o.visibility = 'public'
            join key_result k on k.objective = o.id and coalesce(k.owner, o.delegate, o.accountable) = l.below
            join cycle c on c.id = o.cycle and c.starts <= :today and c.ends >= :today
            left join key_result_track t on t.key_result = k.id
            where l.above = :viewer and l.depth = 1
            order by i.name, i.person, k.id
            limit 1000
            """
                .formatted(
                    CheckInStore.DEFINITION,
                    SaidStatus.sql("key_result", "k"),
                    CheckInStore.near("l.below")))
        .param("viewer", viewer.person())
        .param("today", today)
        .query((row, number) ->
            new OfTeam(
                row.getObject("person", UUID.class),
                row.getString("person_name"),
                new KeyResultRow(
                    CheckInStore.definition(row, number),
                    null,
                    false,
                    "",
                    null,
                    null,
                    SaidStatus.read(row, "said"),
                    CheckInStore.track(row)),
                Cycles.cycle(row, "cycle_id")))
        .list();
  }

  private static Due due(ResultSet row, int number) throws SQLException {
    return new Due(
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getObject("thing", UUID.class),
        row.getString("name"),
        row.getInt("count"),
        row.getObject("due", LocalDate.class),
        row.getObject("last", LocalDate.class));
  }
}
