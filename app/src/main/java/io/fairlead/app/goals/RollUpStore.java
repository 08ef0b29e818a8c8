package io.fairlead.app.goals;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of roll-ups.
@Component
class RollUpStore {
  private static final int ROWS_AT_ONCE = 1_000;

  /// Any number that nothing else in the database locks with.
  private static final long LOCK = 0x726f6c6c757073L;

  /// An objective and what it has of its own: the weight and mean score of its scored key results.
  record Node(UUID objective, double weight, @Nullable Double ownScore) {}

  record Link(UUID child, UUID parent, double share) {}

  record Stored(
      UUID objective,
      @Nullable Double ownScore,
      @Nullable Double credit,
      @Nullable Double setUnion,
      double weight) {}

  /// What was due when asked, up to this number; what is added meanwhile stays due.
  record Due(long upTo, Set<UUID> objectives) {}

  private record Row(long number, UUID objective) {}

  private final JdbcClient database;

  RollUpStore(JdbcClient database) {
    this.database = database;
  }

  void addDue(Collection<UUID> objectives) {
    database
        .sql("insert into rollup_due (objective) select unnest(:ids)")
        .param("ids", objectives.toArray(UUID[]::new))
        .update();
  }

  /// Whether this node has the work to itself until its transaction ends.
  boolean alone() {
    return database
        .sql("select pg_try_advisory_xact_lock(:lock)")
        .param("lock", LOCK)
        .query(Boolean.class)
        .single();
  }

  Due due() {
    List<Row> rows =
        database
            .sql("select number, objective from rollup_due order by number limit 100000")
            .query((row, number) ->
                new Row(row.getLong("number"), row.getObject("objective", UUID.class)))
            .list();
    return new Due(
        rows.isEmpty() ? 0 : rows.getLast().number(),
        rows.stream().map(Row::objective).collect(Collectors.toSet()));
  }

  /// Deletes only what was read: a number below may belong to an act that had not committed then.
  void forget(Due due) {
    database
        .sql("delete from rollup_due where number <= :up_to and objective = any(:ids)")
        .param("up_to", due.upTo())
        .param("ids", due.objectives().toArray(UUID[]::new))
        .update();
  }

  /// The cycles that overlap those of the due objectives, or overlap one that does.
  private static final String SCOPE =
      """
      with due_cycle as (
        select distinct c.id, c.starts, c.ends from objective o join cycle c on c.id = o.cycle
        where o.id = any(:ids)),
      wide as (
        select distinct w.starts, w.ends from cycle w join due_cycle d on w.starts <= d.ends and w.ends >= d.starts),
      scope as (
        select distinct n.id from cycle n join wide w on n.starts <= w.ends and n.ends >= w.starts)
      """;

  /// The live objectives of the cycles around these, in the order of their ids. Read row by row:
  /// they may be very many.
  void nodes(Set<UUID> objectives, Consumer<Node> each) {
    database
        .sql(
            SCOPE
                + """
                , own as (
                  select k.objective, sum(k.weight) as weight, sum(k.weight * t.score) as points,
                    sum(k.weight) filter (where t.score is not null) as scored
                  from key_result k left join key_result_track t on t.key_result = k.id
                  join objective o on o.id = k.objective
                  where o.cycle in (select id from scope)
                  group by k.objective),
                graded as (
                  select distinct on (g.objective) g.objective, g.score
                  from counting_grade g join objective o on o.id = g.objective
                  where o.cycle in (select id from scope) and g.key_result is null
                  order by g.objective, g.at desc, g.id desc)
                select o.id as objective,
                  coalesce(case when o.state in ('graded', 'closed') then own.weight else own.scored end, 0)::float8
                    as weight,
                  case when o.state in ('graded', 'closed') then coalesce(graded.score, own.points / own.weight)
                    else own.points / own.scored end::float8 as own_score
                from objective o
                left join own on own.objective = o.id
                left join graded on graded.objective = o.id
                where o.cycle in (select id from scope) and o.state in ('active', 'graded', 'closed')
                order by o.id
                """)
        .withFetchSize(ROWS_AT_ONCE)
        .param("ids", objectives.toArray(UUID[]::new))
        .query((ResultSet row) ->
            each.accept(
                new Node(
                    row.getObject("objective", UUID.class),
                    row.getDouble("weight"),
                    row.getObject("own_score", Double.class))));
  }

  /// The agreed alignments of the objectives in the cycles around these.
  void links(Set<UUID> objectives, Consumer<Link> each) {
    database
        .sql(
            SCOPE
                + """
                select a.child, a.parent, a.share::float8 as share
                from objective o join alignment a on a.child = o.id
                where o.cycle in (select id from scope) and a.state = 'agreed' and a.share > 0
                """)
        .withFetchSize(ROWS_AT_ONCE)
        .param("ids", objectives.toArray(UUID[]::new))
        .query((ResultSet row) ->
            each.accept(
                new Link(
                    row.getObject("child", UUID.class),
                    row.getObject("parent", UUID.class),
                    row.getDouble("share"))));
  }

  void keep(List<Stored> figures, Instant asOf) {
    database
        .sql(
            """
            insert into rollup (objective, own_score, credit, set_union, weight, as_of)
            select f.objective, f.own_score, f.credit, f.set_union, f.weight, :as_of
            from unnest(:objectives::uuid[], :own_scores::float8[], :credits::float8[], :unions::float8[], :weights::float8[])
              f (objective, own_score, credit, set_union, weight)
            on conflict (objective) do update set own_score = excluded.own_score, credit = excluded.credit,
              set_union = excluded.set_union, weight = excluded.weight, as_of = excluded.as_of
            """)
        .param("as_of", Timestamp.from(asOf))
        .param("objectives", figures.stream().map(Stored::objective).toArray(UUID[]::new))
        .param("own_scores", figures.stream().map(Stored::ownScore).toArray(Double[]::new))
        .param("credits", figures.stream().map(Stored::credit).toArray(Double[]::new))
        .param("unions", figures.stream().map(Stored::setUnion).toArray(Double[]::new))
        .param("weights", figures.stream().map(Stored::weight).toArray(Double[]::new))
        .update();
  }
}
