package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.methods.goals.ObjectiveKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What the summaries of cycles are computed from: of every objective that is looked at, what
/// became of it and how it was worked on. Read row by row, so that it takes no more room for many.
@Repository
class CycleSummaryStore {
  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient database;
  private final Policy policy;
  private final JsonMapper json;

  CycleSummaryStore(JdbcClient database, Policy policy, JsonMapper json) {
    this.database = database;
    this.policy = policy;
    this.json = json;
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
  ///   it may not be read
  /// @param before how many key results whoever answers for it answered for in cycles that ended
  ///   before
  /// @param reachedBefore how many of those were reached
  record Part(
      KeyResultDefinition asked,
      List<Track.Point> points,
      @Nullable Double score,
      boolean isFinal,
      LocalDate activeFrom,
      List<LocalDate> weeks,
      boolean visibleToAll,
      boolean openedFromOutside,
      @Nullable Integer halfway,
      int before,
      int reachedBefore) {}

  /// Whether the cycles hold more objectives than that, whoever sees them.
  boolean isLarge(Collection<UUID> cycles, int limit) {
    return database
        .sql(
            "select count(*) > %1$d from (select from objective where cycle = any(:cycles) limit %1$d + 1) counted"
                .formatted(limit))
        .param("cycles", cycles.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  /// Where a slice ends, in the order of lists.
  record Place(int level, String title, UUID id) {}

  /// The objectives of the cycles that the viewer may see.
  void objectives(Viewer viewer, Collection<UUID> cycles, Consumer<Objective> each) {
    slice(viewer, cycles, null, null, each);
  }

  /// The next objectives of one cycle that the viewer may see.
  ///
  /// @param after where the slice before ended; null at the beginning
  /// @return where this one ends; null when there is no more
  @Nullable Place objectives(
      Viewer viewer, UUID cycle, @Nullable Place after, int most, Consumer<Objective> each) {
    return slice(viewer, List.of(cycle), after, most, each);
  }

  private @Nullable Place slice(
      Viewer viewer,
      Collection<UUID> cycles,
      @Nullable Place after,
      @Nullable Integer most,
      Consumer<Objective> each) {
    List<Place> places = new ArrayList<>();
    StatementSpec statement =
        database
            .sql(
                """
                select o.id, o.cycle, o.title, o.kind, o.state = 'dropped' as dropped, o.level, lower(o.title) as sort,
                  (select g.score from counting_grade g where g.objective = o.id and g.key_result is null
                    order by g.at desc limit 1) as grade,
                  exists (select 1 from alignment a where a.child = o.id and a.state = 'agreed') as aligned,
                  exists (select 1 from alignment a where a.parent = o.id and a.state = 'agreed') as moved,
                  o.stands_alone_because <> '' as alone
                from objective o
                where o.cycle = any(:cycles) and o.state in ('active', 'graded', 'closed', 'dropped') and %s %s
                order by o.cycle, o.level, lower(o.title), o.id %s
                """
                    .formatted(
                        policy.condition("objective", "read", "goal", "o"),
                        after == null
                            ? ""
                            : "and (o.level, lower(o.title), o.id) > (:level, :title, :id)",
                        most == null ? "" : "limit " + most))
            .withFetchSize(ROWS_AT_ONCE)
            .params(viewer.parameters())
            .param("cycles", cycles.toArray(UUID[]::new));
    if (after != null) {
      statement =
          statement
              .param("level", after.level())
              .param("title", after.title())
              .param("id", after.id());
    }
    statement.query((ResultSet row) -> {
      if (most != null) {
        places.add(
            new Place(row.getInt("level"), row.getString("sort"), row.getObject("id", UUID.class)));
      }
      each.accept(
          new Objective(
              row.getObject("id", UUID.class),
              row.getObject("cycle", UUID.class),
              row.getString("title"),
              ObjectiveKind.find(row.getString("kind")).orElseThrow(),
              row.getBoolean("dropped"),
              row.getObject("grade", Double.class),
              row.getBoolean("aligned"),
              row.getBoolean("moved"),
              row.getBoolean("alone")));
    });
    return most == null || places.size() < most ? null : places.getLast();
  }

  /// The key results of the cycle's objectives that the viewer may see.
  void parts(Viewer viewer, Cycle cycle, Consumer<Part> each) {
    parts(viewer, cycle, null, each);
  }

  /// The key results of these objectives of the cycle, as far as the viewer may see them.
  ///
  /// @param objectives null for all
  void parts(
      Viewer viewer, Cycle cycle, @Nullable Collection<UUID> objectives, Consumer<Part> each) {
    StatementSpec statement =
        database
            .sql(
                """
                with own as materialized (
                  -- Once for each objective, not for each of its key results.
                  select o.id, o.accountable, o.state in ('graded', 'closed') as final, o.visibility = 'public' as visible_to_all,
                    coalesce((select min(s.at)::date from objective_state s where s.objective = o.id and s.state = 'active'),
                      :starts) as active_from,
                    exists (select 1 from objective_opened v where v.objective = o.id and v.person <> o.accountable
                      and v.person is distinct from o.owner_person
                      and not exists (select 1 from membership m where m.team = o.owner_team and m.person = v.person)
                      and not exists (select 1 from employment mine join employment theirs on theirs.unit = mine.unit
                        where mine.person = v.person and theirs.person = o.accountable
                          and mine.during @> v.at::date and theirs.during @> v.at::date)) as opened_outside,
                    %2$s as told
                  from objective o
                  where o.cycle = :cycle and o.state in ('active', 'graded', 'closed') and %1$s %3$s),
                part as materialized (
                  select k.*, coalesce(k.owner, own.accountable) as person
                  from own join key_result k on k.objective = own.id),
                past as materialized (
                  -- Once for each person, not for each of their key results.
                  select who.person, before.before, before.reached_before
                  from (select distinct person from part) who cross join lateral (
                    select count(*) as before, count(*) filter (where track.score >= 1) as reached_before
                    from (
                      select each.id, each.objective from key_result each where each.owner = who.person
                      union all
                      select each.id, each.objective from objective theirs join key_result each on each.objective = theirs.id
                      where theirs.accountable = who.person and each.owner is null) each
                    join objective earlier on earlier.id = each.objective
                    join cycle c on c.id = earlier.cycle
                    left join key_result_track track on track.key_result = each.id
                    where c.ends < :starts and earlier.state in ('graded', 'closed')) before)
                select k.id, k.objective, k.title, k.kind, k.baseline, k.target, k.low, k.high, k.tolerance, k.unit, k.weight,
                  k.due, t.days::text as days, t.progress, t.score, o.final, o.visible_to_all, o.opened_outside, o.active_from,
                  array(select distinct date_trunc('week', n.day)::date::text from counting_check_in n where n.key_result = k.id
                    union select date_trunc('week', m.at)::date::text from alignment_move m
                    where m.child = o.id and m.move = 'discussed') as weeks,
                  case when o.told then (select n.confidence from counting_check_in n
                    where n.key_result = k.id and n.confidence is not null and n.day <= :middle
                    order by n.at desc limit 1) end as halfway,
                  past.before, past.reached_before
                from part k
                join own o on o.id = k.objective
                join past on past.person = k.person
                left join key_result_track t on t.key_result = k.id
                """
                    .formatted(
                        policy.condition("objective", "read", "goal", "o"),
                        policy.condition("objective", "read", "confidence", "o"),
                        objectives == null ? "" : "and o.id = any(:objectives)"))
            .withFetchSize(ROWS_AT_ONCE)
            .params(viewer.parameters())
            .param("cycle", cycle.id())
            .param("starts", cycle.starts())
            .param("middle", cycle.starts().plusDays(cycle.days() / 2));
    if (objectives != null) {
      statement = statement.param("objectives", objectives.toArray(UUID[]::new));
    }
    statement.query((ResultSet row) -> each.accept(part(row)));
  }

  /// A summary that was counted ahead, and when.
  record Kept(CycleSummary summary, Instant asOf) {}

  Optional<Kept> kept(UUID cycle) {
    return database
        .sql("select summary, as_of from cycle_summary where cycle = :cycle")
        .param("cycle", cycle)
        .query((row, number) ->
            new Kept(
                json.readValue(row.getString("summary"), CycleSummary.class),
                row.getTimestamp("as_of").toInstant()))
        .optional();
  }

  /// Whether the cycle has no summary that is younger than `rest`, and than nine times as long as
  /// counting took.
  boolean isDue(UUID cycle, Duration rest, Instant now) {
    return database
        .sql(
            """
            select not exists (select from cycle_summary
              where cycle = :cycle and as_of + greatest(:rest * interval '1 millisecond', 9 * took) > :now)
            """)
        .param("cycle", cycle)
        .param("rest", rest.toMillis())
        .param("now", Timestamp.from(now))
        .query(Boolean.class)
        .single();
  }

  void keep(UUID cycle, CycleSummary summary, Instant asOf, Duration took) {
    database
        .sql(
            """
            insert into cycle_summary (cycle, as_of, took, summary)
            values (:cycle, :as_of, :took * interval '1 millisecond', :summary::jsonb)
            on conflict (cycle) do update set as_of = excluded.as_of, took = excluded.took, summary = excluded.summary
            """)
        .param("cycle", cycle)
        .param("as_of", Timestamp.from(asOf))
        .param("took", took.toMillis())
        .param("summary", json.writeValueAsString(summary))
        .update();
  }

  /// Of these objectives the ones that the viewer may see now, in this order.
  List<CycleSummary.Orphan> visible(Viewer viewer, List<UUID> objectives) {
    return database
        .sql(
            """
            select o.id, o.title from objective o where o.id = any(:objectives) and %s
            order by array_position(:objectives, o.id)
            """
                .formatted(policy.condition("objective", "read", "goal", "o")))
        .params(viewer.parameters())
        .param("objectives", objectives.toArray(UUID[]::new))
        .query((row, number) ->
            new CycleSummary.Orphan(row.getObject("id", UUID.class), row.getString("title")))
        .list();
  }

  private static Part part(ResultSet row) throws SQLException {
    List<LocalDate> weeks = new ArrayList<>();
    for (String week : (String[]) row.getArray("weeks").getArray()) {
      weeks.add(LocalDate.parse(week));
    }
    return new Part(
        GoalViewStore.asked(row),
        GoalViewStore.points(row),
        row.getObject("score", Double.class),
        row.getBoolean("final"),
        row.getObject("active_from", LocalDate.class),
        weeks,
        row.getBoolean("visible_to_all"),
        row.getBoolean("opened_outside"),
        row.getObject("halfway", Integer.class),
        row.getInt("before"),
        row.getInt("reached_before"));
  }
}
