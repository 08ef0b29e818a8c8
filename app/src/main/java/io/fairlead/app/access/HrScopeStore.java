package io.fairlead.app.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of units, how many people work in each, and the HR partners' roles.
@Repository
class HrScopeStore {
  private final JdbcClient database;

  HrScopeStore(JdbcClient database) {
    this.database = database;
  }

  /// A unit.
  ///
  /// @param people how many work in it directly
  record Part(UUID id, String name, @Nullable UUID above, int people) {}

  /// Units by name, each above those below it or not: the reader builds the tree.
  List<Part> units(LocalDate day) {
    return database
        .sql(
            """
            select u.id, u.name, u.parent, coalesce(e.people, 0) as people
            from unit u left join (
              select unit, count(*) as people from employment where during @> :day group by unit) e on e.unit = u.id
            order by lower(u.name), u.id
            """)
        .param("day", day)
        .query((row, number) ->
            new Part(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("parent", UUID.class),
                row.getInt("people")))
        .list();
  }

  /// How many people work in no unit.
  int withoutUnit(LocalDate day) {
    return database
        .sql("select count(*) from employment where during @> :day and unit is null")
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  /// An HR partner's role over a unit.
  record Held(UUID person, String name, UUID unit) {}

  List<Held> partners() {
    return database
        .sql(
            """
            select g.person, i.name, g.unit from role_grant g join identity i on i.person = g.person
            where g.role = 'hr-partner' order by lower(i.name), g.person
            """)
        .query((row, number) ->
            new Held(
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getObject("unit", UUID.class)))
        .list();
  }
}
