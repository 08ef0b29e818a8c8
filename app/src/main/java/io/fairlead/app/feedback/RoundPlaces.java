package io.fairlead.app.feedback;

import io.fairlead.app.platform.web.Option;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Units and people by name, for choosing whom a round is about.
@Component
class RoundPlaces {
  private final JdbcClient database;

  RoundPlaces(JdbcClient database) {
    this.database = database;
  }

  /// Every unit with its whole path.
  List<Option> units() {
    return database
        .sql(
            """
            select l.below as id, string_agg(u.name, ' › ' order by l.depth desc) as name
            from unit_line l join unit u on u.id = l.above group by l.below order by 2 limit 2000
            """)
        .query((row, _) -> new Option(row.getString("id"), row.getString("name")))
        .list();
  }

  /// Those who work here and have somebody so far below them.
  ///
  /// @param depth 1 for whoever leads anybody, 2 for whoever leads a leader
  List<String> leaders(int depth, LocalDate day) {
    return database
        .sql(
            """
            select i.name from identity i join employment e on e.person = i.person and e.during @> :day
            where exists (select 1 from line_of l where l.above = i.person and l.depth = :depth) order by i.name
            """)
        .param("day", day)
        .param("depth", depth)
        .query((row, _) -> row.getString("name"))
        .list();
  }

  List<String> names(Collection<UUID> people) {
    return database
        .sql("select name from identity where person = any(:people) order by name")
        .param("people", people.toArray(UUID[]::new))
        .query((row, _) -> row.getString("name"))
        .list();
  }
}
