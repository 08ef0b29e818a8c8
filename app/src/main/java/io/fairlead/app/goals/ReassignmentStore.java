package io.fairlead.app.goals;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of giving goals to somebody else.
@Component
class ReassignmentStore {
  /// The running goals that people who left had, and that the viewer finds new owners for: as their
  /// last manager, as the next one above who is still here, or as people operations where nobody
  /// is. Gathered from below the viewer, so that it costs what it finds. A key result of a leaver
  /// in their own objective goes along with that.
  static final String WAITING =
      """
      with recursive led as (
        select r.person from reporting_line r
        where (r.manager = :viewer or r.manager is null and 'people-ops' = any(:viewer_roles))
          and not exists (select from employment e where e.person = r.person and e.during @> :today)
        union
        select r.person from led join reporting_line r on r.manager = led.person
        where not exists (select from employment e where e.person = r.person and e.during @> :today)),
      leaver as (
        select n.person from led n
        where not exists (
            select from employment e where e.person = n.person and (upper_inf(e.during) or upper(e.during) > :today))
          and (heir_of(n.person, :today) = :viewer
            or 'people-ops' = any(:viewer_roles) and heir_of(n.person, :today) is null)),
      left_goal as (
        select o.id as objective, null::uuid as key_result, o.title, l.person
        from leaver l join objective o on o.accountable = l.person
        where o.state in ('proposed', 'active')
        union all
        select o.id, k.id, k.title, l.person
        from leaver l join key_result k on k.owner = l.person join objective o on o.id = k.objective
        where o.state in ('proposed', 'active') and o.accountable <> l.person)
      """;

  private final JdbcClient database;
  private final String readsObjective;
  private final String mayObjective;
  private final String mayKeyResult;

  ReassignmentStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.readsObjective = policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o");
    this.mayObjective = policy.condition(GoalRules.RECORD, "reassign", GoalRules.GOAL, "o");
    this.mayKeyResult = policy.condition(CheckInRules.RECORD, "reassign", "value", "k");
  }

  /// Something that may be given to somebody else.
  ///
  /// @param holder whose it is now
  /// @param left whether they work here no more
  record Held(
      UUID objective,
      @Nullable UUID keyResult,
      String title,
      UUID holder,
      String holderName,
      String answers,
      boolean left,
      boolean may) {}

  /// The objective, if the viewer can see it; held until the transaction ends.
  Optional<Held> objective(Viewer viewer, UUID id) {
    return database
        .sql(
            """
            select o.id, null::uuid as key_result, o.title, o.accountable as holder, coalesce(i.name, '') as holder_name,
              coalesce(i.name, '') as answers, %s as may,
              not exists (select from employment e where e.person = o.accountable and e.during @> :today) as gone
            from objective o left join identity i on i.person = o.accountable
            where o.id = :id and %s for no key update of o
            """
                .formatted(mayObjective, readsObjective))
        .params(viewer.parameters())
        .param("id", id)
        .query(ReassignmentStore::held)
        .optional();
  }

  /// The key result, if the viewer may give it to somebody else; held until the transaction ends.
  Optional<Held> keyResult(Viewer viewer, UUID id) {
    return database
        .sql(
            """
            select o.id, k.id as key_result, k.title, coalesce(k.owner, o.accountable) as holder,
              coalesce(h.name, '') as holder_name, coalesce(i.name, '') as answers, true as may,
              not exists (select from employment e
                where e.person = coalesce(k.owner, o.accountable) and e.during @> :today) as gone
            from key_result k join objective o on o.id = k.objective
            left join identity h on h.person = coalesce(k.owner, o.accountable)
            left join identity i on i.person = o.accountable
            where k.id = :id and %s for no key update of o
            """
                .formatted(mayKeyResult))
        .params(viewer.parameters())
        .param("id", id)
        .query(ReassignmentStore::held)
        .optional();
  }

  private static Held held(ResultSet row, int number) throws SQLException {
    return new Held(
        row.getObject("id", UUID.class),
        row.getObject("key_result", UUID.class),
        row.getString("title"),
        row.getObject("holder", UUID.class),
        row.getString("holder_name"),
        row.getString("answers"),
        row.getBoolean("gone"),
        row.getBoolean("may"));
  }

  /// What waits for a new owner that the viewer finds, by title.
  List<Reassignments.Waiting> waiting(Viewer viewer, int limit) {
    return database
        .sql(
            WAITING
                + """
                select g.objective, g.key_result, g.title, g.person, coalesce(i.name, '') as name
                from left_goal g left join identity i on i.person = g.person
                order by lower(g.title), g.objective, g.key_result limit :limit
                """)
        .params(viewer.parameters())
        .param("limit", limit)
        .query((row, number) ->
            new Reassignments.Waiting(
                row.getObject("objective", UUID.class),
                row.getObject("key_result", UUID.class),
                row.getString("title"),
                row.getObject("person", UUID.class),
                row.getString("name")))
        .list();
  }
}
