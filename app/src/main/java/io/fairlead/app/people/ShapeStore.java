package io.fairlead.app.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of who stands where, ids alone, for the shape of the whole organisation.
@Repository
class ShapeStore {
  private final JdbcClient database;

  ShapeStore(JdbcClient database) {
    this.database = database;
  }

  /// Where somebody stands.
  ///
  /// @param leaves they stand there today, and no longer after an import
  record Post(UUID person, @Nullable UUID manager, @Nullable UUID unit, boolean leaves) {}

  /// A unit and the one it belongs to.
  record Part(UUID unit, @Nullable UUID above) {}

  List<Post> posts(LocalDate day) {
    return database
        .sql(
            """
            select e.person, l.manager, e.unit, false as leaves
            from employment e left join reporting_line l on l.person = e.person and l.during @> :day
            where e.during @> :day order by e.person
            """)
        .param("day", day)
        .query(ShapeStore::post)
        .list();
  }

  /// Where everybody would stand once the good rows of a checked import are applied. Units that it
  /// would make have no id yet, so whoever would work in one stands in none.
  List<Post> postsAfter(ImportRun run) {
    return database
        .sql(
            """
            select coalesce(r.person, e.person) as person,
              case when r.line_waits then null when r.manager is not null or r.head then r.manager else l.manager end as manager,
              case when r.unit_path is null then e.unit else u.unit end as unit,
              coalesce(r.verdict = 'leaving', false) as leaves
            from (select * from employment where during @> :day) e
            full join (select * from import_row where run = :run and verdict in ('new', 'changed', 'leaving')) r on r.person = e.person
            left join import_unit u on u.run = :run and u.path = r.unit_path
            left join reporting_line l on l.person = e.person and l.during @> :day
            order by 1
            """)
        .param("run", run.id())
        .param("day", run.effective())
        .query(ShapeStore::post)
        .list();
  }

  private static Post post(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Post(
        row.getObject("person", UUID.class),
        row.getObject("manager", UUID.class),
        row.getObject("unit", UUID.class),
        row.getBoolean("leaves"));
  }

  List<Part> units() {
    return database
        .sql("select id, parent from unit order by id")
        .query((row, number) ->
            new Part(row.getObject("id", UUID.class), row.getObject("parent", UUID.class)))
        .list();
  }

  /// Names of people, those in the run's file included, and of units.
  Map<UUID, String> names(Collection<UUID> people, Collection<UUID> units, @Nullable UUID run) {
    Map<UUID, String> names = new HashMap<>();
    database
        .sql(
            """
            select person as id, name from identity where person = any(:people)
            union all
            select person, name from import_row
              where run = :run::uuid and person = any(:people) and verdict = 'new'
            union all
            select id, name from unit where id = any(:units)
            """)
        .param("people", people.toArray(UUID[]::new))
        .param("units", units.toArray(UUID[]::new))
        .param("run", run)
        .query(row -> {
          names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
    return names;
  }
}
