package io.fairlead.app.feedback;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What answering asks of the round's tables. Nothing here writes when somebody answered.
@Component
class AnswerStore {
  private final JdbcClient database;

  AnswerStore(JdbcClient database) {
    this.database = database;
  }

  /// How much a round asks of each of its raters.
  ///
  /// @param minutes that they are told it takes
  record Asking(
      String round, LocalDate closes, int minutes, int items, int optional, int required) {}

  /// By round.
  Map<UUID, Asking> asking(Collection<UUID> rounds) {
    Map<UUID, Asking> found = new HashMap<>();
    database
        .sql(
            """
            select r.id, r.name, r.closes, (r.questions -> 'minutes')::int as minutes,
              (select coalesce(sum(jsonb_array_length(s -> 'items')), 0) from jsonb_array_elements(r.questions -> 'sections') s)
                as items,
              (select count(*) from jsonb_array_elements(r.questions -> 'comments') c where not (c -> 'required')::boolean)
                as optional,
              (select count(*) from jsonb_array_elements(r.questions -> 'comments') c where (c -> 'required')::boolean)
                as required
            from feedback_round r where r.id = any(:rounds)
            """)
        .param("rounds", rounds.toArray(UUID[]::new))
        .query((row, _) ->
            found.put(
                row.getObject("id", UUID.class),
                new Asking(
                    row.getString("name"),
                    row.getObject("closes", LocalDate.class),
                    row.getInt("minutes"),
                    row.getInt("items"),
                    row.getInt("optional"),
                    row.getInt("required"))))
        .list();
    return found;
  }

  /// Whether the slip is still that of somebody who is asked.
  boolean holds(Invitation invitation) {
    return database
        .sql(
            "select exists (select from feedback_rater where id = :id and state = 'asked' and slip = :slip)")
        .param("id", invitation.id())
        .param("slip", invitation.slip())
        .query(Boolean.class)
        .single();
  }

  /// How the person stands to what they were asked once, whatever became of it.
  record Past(String state, RoundState round) {}

  Optional<Past> past(UUID person, UUID invitation) {
    return database
        .sql(
            """
            select fr.state, r.state as round_state
            from feedback_rater fr join feedback_subject fs on fs.id = fr.subject join feedback_round r on r.id = fs.round
            where fr.id = :id and fr.person = :person
            """)
        .param("id", invitation)
        .param("person", person)
        .query((row, _) ->
            new Past(
                row.getString("state"),
                RoundState.find(row.getString("round_state")).orElseThrow()))
        .optional();
  }

  void decline(UUID invitation, DeclineReason because) {
    database
        .sql(
            "update feedback_rater set state = 'declined', declined_because = :because, slip = null, earlier_slips = '{}' where id = :id")
        .param("id", invitation)
        .param("because", because.code())
        .update();
  }
}
