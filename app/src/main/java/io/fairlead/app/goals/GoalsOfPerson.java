package io.fairlead.app.goals;

import io.fairlead.app.people.PersonPanel;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The running objectives that a person owns, on their page: those the viewer may see.
@Component
@Order(10)
class GoalsOfPerson implements PersonPanel {
  private static final int MOST = 12;

  private final JdbcClient database;
  private final Policy policy;

  GoalsOfPerson(JdbcClient database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  @Override
  public Optional<Panel> panel(Viewer viewer, UUID person, Words words) {
    List<Row> rows =
        database
            .sql(
                """
                select o.id, o.title, o.state, c.name as cycle,
                  (select count(*) from key_result k where k.objective = o.id) as key_results
                from objective o join cycle c on c.id = o.cycle
                where o.owner_person = :person and o.state in ('draft', 'proposed', 'active') and c.starts <= :today and %s
                order by c.ends, lower(o.title), o.id limit :most
                """
                    .formatted(policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o")))
            .params(viewer.parameters())
            .param("person", person)
            .param("today", words.today())
            .param("most", MOST)
            .query((row, number) ->
                new Row(
                    row.getString("title"),
                    words.text(
                        "goals.person.detail",
                        row.getString("cycle"),
                        words.text("goals.state." + row.getString("state")),
                        row.getInt("key_results")),
                    "/goals/" + row.getString("id")))
            .list();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Panel(words.text("goals.person.title"), rows, null, null));
  }
}
