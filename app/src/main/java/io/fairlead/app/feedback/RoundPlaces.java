package io.fairlead.app.feedback;

import io.fairlead.app.goals.GoalRules;
import io.fairlead.app.people.PersonName;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Option;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Units and people by name, for choosing whom a round is about.
@Component
class RoundPlaces {
  private final JdbcClient database;

  private final String visible;

  RoundPlaces(JdbcClient database, Policy policy) {
    this.database = database;
    this.visible =
        " from objective o where "
            + policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o");
  }

  /// Titles of the objectives that the viewer may see, the latest first.
  List<String> objectives(Viewer viewer) {
    return database
        .sql("select o.title" + visible + " order by o.id desc limit 500")
        .params(viewer.parameters())
        .query((row, _) -> row.getString("title"))
        .list();
  }

  /// The latest of those that the viewer may see with exactly this title.
  Optional<UUID> objective(Viewer viewer, String title) {
    return database
        .sql(
            "select o.id"
                + visible
                + " and lower(o.title) = lower(:title) order by o.id desc limit 1")
        .params(viewer.parameters())
        .param("title", title)
        .query((row, _) -> row.getObject("id", UUID.class))
        .optional();
  }

  String title(UUID objective) {
    return database
        .sql("select title from objective where id = :id")
        .param("id", objective)
        .query((row, _) -> row.getString("title"))
        .single();
  }

  /// Every unit with its whole path: the first ones by it, and those that are chosen.
  List<Option> units(Collection<UUID> chosen) {
    return database
        .sql(
            """
            select id, name from (
              select l.below as id, string_agg(u.name, ' › ' order by l.depth desc) as name
              from unit_line l join unit u on u.id = l.above group by l.below
              order by l.below = any(:chosen) desc, 2 limit 2000) shown
            order by 2
            """)
        .param("chosen", chosen.toArray(UUID[]::new))
        .query((row, _) -> new Option(row.getString("id"), row.getString("name")))
        .list();
  }

  /// By name; one that two have is there twice.
  List<PersonName> named(Collection<UUID> people) {
    return database
        .sql("select person, name from identity where person = any(:people) order by name, person")
        .param("people", people.toArray(UUID[]::new))
        .query(
            (row, _) -> new PersonName(row.getObject("person", UUID.class), row.getString("name")))
        .list();
  }
}
