package io.fairlead.app.people;

import io.fairlead.app.platform.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of units and of their closure.
@Repository
class UnitStore {
  private final JdbcClient database;
  private final Ids ids;

  UnitStore(JdbcClient database, Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  /// The unit of the name if there is exactly one, or the one at the top.
  Optional<UUID> named(String name) {
    return database
        .sql(
            """
            select id from unit where lower(name) = lower(:name)
              and (parent is null or 1 = (select count(*) from unit where lower(name) = lower(:name)))
            """)
        .param("name", name)
        .query(UUID.class)
        .optional();
  }

  Optional<UUID> child(@Nullable UUID parent, String name) {
    return database
        .sql(
            "select id from unit where lower(name) = lower(:name) and parent is not distinct from :parent::uuid")
        .param("name", name)
        .param("parent", parent)
        .query(UUID.class)
        .optional();
  }

  /// A new unit, in the closure at once.
  UUID insert(String name, @Nullable UUID parent) {
    UUID unit = ids.next();
    database
        .sql("insert into unit (id, name, parent) values (:id, :name, :parent)")
        .param("id", unit)
        .param("name", name)
        .param("parent", parent)
        .update();
    database
        .sql(
            """
            insert into unit_line (above, below, depth)
            select above, :id, depth + 1 from unit_line where below = :parent::uuid union all select :id, :id, 0
            """)
        .param("id", unit)
        .param("parent", parent)
        .update();
    return unit;
  }

  /// A unit in the tree, as a choice in a form: its full path and how many work there today.
  record Placed(UUID id, String path) {}

  int count() {
    return database.sql("select count(*) from unit").query(Integer.class).single();
  }

  List<Placed> all() {
    return database
        .sql(
            """
            select l.below as id, string_agg(u.name, ' › ' order by l.depth desc) as path
            from unit_line l join unit u on u.id = l.above group by l.below order by 2
            """)
        .query((row, number) -> new Placed(row.getObject("id", UUID.class), row.getString("path")))
        .list();
  }
}
