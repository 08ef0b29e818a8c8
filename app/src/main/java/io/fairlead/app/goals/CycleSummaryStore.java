package io.fairlead.app.goals;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.methods.goals.ObjectiveKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the summary of a cycle is computed from: of every objective the viewer may see, what became
/// of it and how it was worked on.
@Repository
class CycleSummaryStore {
  private final JdbcClient database;
  private final Policy policy;

  CycleSummaryStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  /// @param grade the final score; null while there is none
  /// @param aligned whether it contributes to something
  /// @param moved whether something contributes to it
  record Objective(
      UUID id,
      UUID cycle,
      String title,
      ObjectiveKind kind,
      boolean dropped,
      @Nullable Double grade,
      boolean aligned,
      boolean moved,
      boolean standsAlone) {}

  /// @param weeks the Mondays of the weeks in which it was checked in on or discussed
  /// @param halfway the confidence last stated in the first half of the cycle; null if none was, or
  ///   the viewer may not read it
  record Part(
      KeyResultDefinition asked,
      List<Track.Point> points,
      @Nullable Double score,
      boolean isFinal,
      UUID accountable,
      LocalDate activeFrom,
      List<LocalDate> weeks,
      boolean visibleToAll,
      boolean openedFromOutside,
      @Nullable Integer halfway) {}

  List<Objective> objectives(Viewer viewer, Collection<UUID> cycles, int limit) {
    return database
        .sql(
            """
            select o.id, o.cycle, o.title, o.kind, o.state = 'dropped' as dropped,
              (select g.score from grade g where g.objective = o.id and g.key_result is null
                order by g.at desc limit 1) as grade,
              exists (select 1 from alignment a where a.child = o.id and a.state = 'agreed') as aligned,
              exists (select 1 from alignment a where a.parent = o.id and a.state = 'agreed') as moved,
              o.stands_alone_because <> '' as alone
            from objective o
            where o.cycle = any(:cycles) and o.state in ('active', 'graded', 'closed', 'dropped') and %s
            order by o.level, lower(o.title), o.id limit :limit
            """
                .formatted(policy.condition("objective", "read", "goal", "o")))
        .params(viewer.parameters())
        .param("cycles", cycles.toArray(UUID[]::new))
        .param("limit", limit)
        .query((row, number) ->
            new Objective(
                row.getObject("id", UUID.class),
                row.getObject("cycle", UUID.class),
                row.getString("title"),
                ObjectiveKind.find(row.getString("kind")).orElseThrow(),
                row.getBoolean("dropped"),
                row.getObject("grade", Double.class),
                row.getBoolean("aligned"),
                row.getBoolean("moved"),
                row.getBoolean("alone")))
        .list();
  }

  List<Part> parts(Viewer viewer, UUID cycle, LocalDate starts, LocalDate middle, int limit) {
    return database
        .sql(
            """
            select k.id, k.objective, k.title, k.kind, k.baseline, k.target, k.low, k.high, k.tolerance, k.unit, k.weight,
              k.due, t.days::text as days, t.progress, t.score, o.state in ('graded', 'closed') as final, o.accountable,
              o.visibility = 'public' as visible_to_all,
              coalesce((select min(s.at)::date from objective_state s where s.objective = o.id and s.state = 'active'),
                :starts) as active_from,
              array(select distinct date_trunc('week', n.day)::date::text from check_in n where n.key_result = k.id
                union select date_trunc('week', m.at)::date::text from alignment_move m
                where m.child = o.id and m.move = 'discussed') as weeks,
              exists (select 1 from objective_opened v where v.objective = o.id and v.person <> o.accountable
                and v.person is distinct from o.owner_person
                and not exists (select 1 from membership m where m.team = o.owner_team and m.person = v.person)
                and not exists (select 1 from employment mine join employment theirs on theirs.unit = mine.unit
                  where mine.person = v.person and theirs.person = o.accountable
                    and mine.during @> v.at::date and theirs.during @> v.at::date)) as opened_outside,
              case when %2$s then (select n.confidence from check_in n
                where n.key_result = k.id and n.confidence is not null and n.day <= :middle
                order by n.at desc limit 1) end as halfway
            from objective o join key_result k on k.objective = o.id
            left join key_result_track t on t.key_result = k.id
            where o.cycle = :cycle and o.state in ('active', 'graded', 'closed') and %1$s
            order by k.objective, k.position limit :limit
            """
                .formatted(
                    policy.condition("objective", "read", "goal", "o"),
                    policy.condition("objective", "read", "confidence", "o")))
        .params(viewer.parameters())
        .param("cycle", cycle)
        .param("starts", starts)
        .param("middle", middle)
        .param("limit", limit)
        .query(CycleSummaryStore::part)
        .list();
  }

  /// How many key results each person answered for in cycles that ended before, and how many of
  /// them were reached.
  Map<UUID, int[]> history(Collection<UUID> people, LocalDate before) {
    Map<UUID, int[]> history = new HashMap<>();
    database
        .sql(
            """
            select o.accountable, count(*) as n, count(*) filter (where t.score >= 1) as reached
            from objective o join cycle c on c.id = o.cycle join key_result k on k.objective = o.id
            left join key_result_track t on t.key_result = k.id
            where o.accountable = any(:people) and c.ends < :before and o.state in ('graded', 'closed')
            group by o.accountable
            """)
        .param("people", people.toArray(UUID[]::new))
        .param("before", before)
        .query(row -> {
          history.put(
              row.getObject("accountable", UUID.class),
              new int[] {row.getInt("n"), row.getInt("reached")});
        });
    return history;
  }

  private static Part part(ResultSet row, int number) throws SQLException {
    List<LocalDate> weeks = new ArrayList<>();
    for (String week : (String[]) row.getArray("weeks").getArray()) {
      weeks.add(LocalDate.parse(week));
    }
    return new Part(
        GoalViewStore.asked(row),
        GoalViewStore.points(row),
        row.getObject("score", Double.class),
        row.getBoolean("final"),
        row.getObject("accountable", UUID.class),
        row.getObject("active_from", LocalDate.class),
        weeks,
        row.getBoolean("visible_to_all"),
        row.getBoolean("opened_outside"),
        row.getObject("halfway", Integer.class));
  }
}
