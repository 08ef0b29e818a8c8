package io.fairlead.app.people;

import io.fairlead.app.people.intake.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds which unit each path in a file means. `Sales` means the unit of that name wherever it
/// stands, as long as there is one; a path that ends nowhere becomes new units, below the first
/// part that is known.
@Repository
class ImportUnits {
  private final JdbcClient database;

  ImportUnits(JdbcClient database) {
    this.database = database;
  }

  /// A unit's place: its names from the top, in small letters, joined.
  private record Known(UUID id, List<String> path) {}

  void resolve(UUID run) {
    Map<List<String>, UUID> byPath = new HashMap<>();
    Map<List<String>, List<UUID>> byEnding = new HashMap<>();
    for (Known unit : known()) {
      byPath.put(unit.path(), unit.id());
      for (int from = 0; from < unit.path().size(); from++) {
        byEnding
            .computeIfAbsent(
                unit.path().subList(from, unit.path().size()), ending -> new ArrayList<>())
            .add(unit.id());
      }
    }
    for (List<String> path : paths(run)) {
      List<String> plain = path.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
      UUID exact = byPath.get(plain);
      List<UUID> ending = byEnding.getOrDefault(plain, List.of());
      if (path.isEmpty()) {
        insert(run, path, null, false, false);
      } else if (exact != null) {
        insert(run, path, exact, false, false);
      } else if (ending.size() == 1) {
        insert(run, path, ending.getFirst(), false, false);
      } else {
        insert(run, path, null, ending.isEmpty(), !ending.isEmpty());
      }
    }
  }

  void reportAmbiguous(UUID run, Map<Field, String> columns) {
    database
        .sql(
            """
            insert into import_problem (run, number, field, code, parameters)
            select r.run, r.number, :field, 'ambiguous-unit', array[array_to_string(r.unit_path, ' > ')]
            from import_row r join import_unit u on u.run = r.run and u.path = r.unit_path
            where r.run = :run and u.ambiguous
            """)
        .param("run", run)
        .param("field", columns.getOrDefault(Field.UNIT, Field.UNIT.code()))
        .update();
  }

  private void insert(
      UUID run, List<String> path, @Nullable UUID unit, boolean fresh, boolean ambiguous) {
    database
        .sql(
            """
            insert into import_unit (run, path, unit, fresh, ambiguous) values (:run, :path, :unit, :fresh, :ambiguous)
            """)
        .param("run", run)
        .param("path", path.toArray(String[]::new))
        .param("unit", unit)
        .param("fresh", fresh)
        .param("ambiguous", ambiguous)
        .update();
  }

  private List<List<String>> paths(UUID run) {
    return database
        .sql(
            "select distinct unit_path from import_staged where run = :run and unit_path is not null")
        .param("run", run)
        .query((row, number) -> Arrays.asList((String[]) row.getArray("unit_path").getArray()))
        .list();
  }

  private List<Known> known() {
    return database
        .sql(
            """
            select l.below as id, array_agg(lower(u.name) order by l.depth desc) as path
            from unit_line l join unit u on u.id = l.above group by l.below
            """)
        .query((row, number) ->
            new Known(
                row.getObject("id", UUID.class),
                Arrays.asList((String[]) row.getArray("path").getArray())))
        .list();
  }

  /// Makes the units that good rows need and that are not there, and says which were made.
  void make(UUID run, UnitStore units) {
    List<List<String>> needed =
        database
            .sql(
                """
                select u.path from import_unit u where u.run = :run and u.fresh and exists (
                  select 1 from import_row r where r.run = u.run and r.unit_path = u.path and r.verdict in ('new', 'changed'))
                order by cardinality(u.path), u.path
                """)
            .param("run", run)
            .query((row, number) -> Arrays.asList((String[]) row.getArray("path").getArray()))
            .list();
    for (List<String> path : needed) {
      UUID unit = made(run, path, units);
      database
          .sql(
              "update import_unit set unit = :unit, fresh = false where run = :run and path = :path::text[]")
          .param("unit", unit)
          .param("run", run)
          .param("path", path.toArray(String[]::new))
          .update();
    }
  }

  private UUID made(UUID run, List<String> path, UnitStore units) {
    UUID parent = null;
    for (int length = 1; length <= path.size(); length++) {
      List<String> part = path.subList(0, length);
      UUID found =
          length == 1
              ? units.named(part.getFirst()).orElse(null)
              : units.child(parent, part.getLast()).orElse(null);
      if (found == null) {
        found = units.insert(part.getLast(), parent);
        database
            .sql("insert into import_made (run, unit) values (:run, :unit)")
            .param("run", run)
            .param("unit", found)
            .update();
      }
      parent = found;
    }
    return java.util.Objects.requireNonNull(parent);
  }
}
