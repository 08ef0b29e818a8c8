package io.fairlead.app.feedback;

import io.fairlead.methods.instruments.AnsweringTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What rounds that run take of people's minutes.
@Component
class BudgetStore {
  private final JdbcClient database;

  BudgetStore(JdbcClient database) {
    this.database = database;
  }

  /// By person: minutes that they are asked for in other rounds that take answers now, and in this
  /// one for themselves and as a manager; whether or not they would rather not, which a plan must
  /// not tell.
  ///
  /// @param round the one that is being planned
  Map<UUID, Double> minutes(UUID round) {
    Map<UUID, Double> taken = new HashMap<>();
    database
        .sql(
            """
            select fr.person, r.items, r.questions, count(*) as sheets from (
                select id,
                  jsonb_array_length(jsonb_path_query_array(questions, '$.sections[*].items[*]')) as items,
                  jsonb_array_length(questions -> 'comments') as questions
                from feedback_round where state = 'answering' or id = :round) r
            join feedback_subject fs on fs.round = r.id join feedback_rater fr on fr.subject = fs.id
            where fr.state in ('asked', 'declined') and fr.person is not null group by fr.person, r.id, r.items, r.questions
            """)
        .param("round", round)
        .query((row, _) ->
            taken.merge(
                row.getObject("person", UUID.class),
                row.getInt("sheets")
                    * AnsweringTime.minutes(row.getInt("items"), row.getInt("questions"), 0),
                Double::sum))
        .list();
    return taken;
  }
}
