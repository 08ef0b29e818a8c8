package io.fairlead.app.goals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds running objectives by what a framework may take away. Only what was put forward is named;
/// of drafts no more than their number is told.
@Component
class StrandedGoalStore {
  private static final int NAMED = 3;

  /// What stands in a pilot's cycle goes by the pilot's framework, whatever comes into force.
  private static final String RUNNING =
      "o.state in ('proposed', 'active') and not exists"
          + " (select from cycle c where c.id = o.cycle and c.pilot is not null)";

  private final JdbcClient database;

  StrandedGoalStore(JdbcClient database) {
    this.database = database;
  }

  /// @param titles of the first few
  record Found(long count, List<String> titles) {}

  Optional<Found> ofKind(String kind) {
    return found(RUNNING + " and o.kind = :it", kind);
  }

  Optional<Found> measuredAs(String kind) {
    return found(
        RUNNING
            + " and exists (select 1 from key_result k where k.objective = o.id and k.kind = :it)",
        kind);
  }

  Optional<Found> ofPeople() {
    return found(RUNNING + " and o.owner_person is not null", "");
  }

  Optional<Found> weighted() {
    return found(
        RUNNING
            + " and exists (select 1 from key_result k where k.objective = o.id and k.weight <> 1)",
        "");
  }

  Optional<Found> withMoreKeyResults(int most) {
    return found(
        RUNNING + " and (select count(*) from key_result k where k.objective = o.id) > :it", most);
  }

  Optional<Found> withMoreContributions(int most) {
    return found(
        RUNNING
            + " and (select count(*) from alignment a where a.child = o.id and not a.is_primary) > :it",
        most);
  }

  Optional<Found> withFewerKeyResults(int least) {
    return found(
        RUNNING
            + " and o.kind <> 'learning' and (select count(*) from key_result k where k.objective = o.id) < :it",
        least);
  }

  /// Those whose owner has more than that many of their cycle.
  Optional<Found> ofOwnersWithMore(int most) {
    return found(
        RUNNING
            + """
             and (select count(*) from objective p where p.cycle = o.cycle and p.state in ('proposed', 'active')
              and p.owner_person is not distinct from o.owner_person and p.owner_team is not distinct from o.owner_team
              and p.owner_unit is not distinct from o.owner_unit) > :it
            """,
        most);
  }

  /// Those that contribute to one of another owner of the same kind.
  Optional<Found> sideways() {
    return found(
        RUNNING
            + """
             and exists (select 1 from alignment a join objective p on p.id = a.parent where a.child = o.id
              and num_nonnulls(o.owner_person) = num_nonnulls(p.owner_person)
              and num_nonnulls(o.owner_team) = num_nonnulls(p.owner_team)
              and coalesce(o.owner_person, o.owner_team, o.owner_unit)
                <> coalesce(p.owner_person, p.owner_team, p.owner_unit))
            """,
        "");
  }

  /// Those that stand below that many levels of others.
  Optional<Found> below(int levels) {
    return found(
        RUNNING
            + """
             and o.id in (
              with recursive down(node, level) as (
                select a.child, 2 from alignment a where not exists (select 1 from alignment b where b.child = a.parent)
                union
                select a.child, d.level + 1 from down d join alignment a on a.parent = d.node where d.level < 100)
              select node from down where level > :it)
            """,
        levels);
  }

  Optional<Found> in(UUID cycle) {
    return found("o.cycle = :it", cycle);
  }

  private Optional<Found> found(String condition, Object it) {
    String sql =
        """
        select count(*) over () as count, case when o.state <> 'draft' then o.title end as title
        from objective o where %s
        order by o.state = 'draft', o.title, o.id limit :named
        """
            .formatted(condition);
    List<Found> rows =
        database
            .sql(sql)
            .params(Map.of("it", it, "named", NAMED))
            .query((row, number) ->
                new Found(row.getLong("count"), Stream.ofNullable(row.getString("title")).toList()))
            .list();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<String> titles = rows.stream().flatMap(row -> row.titles().stream()).toList();
    return Optional.of(new Found(rows.getFirst().count(), titles));
  }
}
