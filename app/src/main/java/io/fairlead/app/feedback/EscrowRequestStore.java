package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundRules.AGREE;
import static io.fairlead.app.feedback.RoundRules.ESCROW;
import static io.fairlead.app.feedback.RoundRules.ROUND;
import static io.fairlead.app.feedback.RoundRules.UNSEAL;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Requests to open who wrote a comment. Comments about whoever looks, about whom they lead, or
/// about somebody about whom they were asked themselves are not there for them.
@Component
class EscrowRequestStore {
  private static final String OTHERS =
      """
       join feedback_subject fs on fs.id = c.subject
      where not c.named and fs.person is distinct from :viewer and fs.manager is distinct from :viewer
        and not exists (select from feedback_rater fr where fr.subject = fs.id and fr.person = :viewer)
      """;

  private static final String OTHERS_COMMENTS = OTHERS + " and fs.round = :round";

  private static final String REQUESTS =
      """
      select q.id, q.comment, case when q.state in ('asked', 'agreed') then c.words end as words, q.because, q.state,
        q.asked_by, a.name as asked_by_name, d.name as decided_by_name, q.asked_on, q.asked_by = :viewer as own
      from feedback_escrow_request q left join identity a on a.person = q.asked_by
      left join identity d on d.person = q.decided_by join feedback_comment c on c.id = q.comment
      """
          + OTHERS_COMMENTS;

  private final JdbcClient database;
  private final Policy policy;

  EscrowRequestStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  /// Whether the viewer may do that with the round's escrow.
  boolean may(Viewer viewer, String act, UUID round) {
    return database
        .sql(
            "select exists (select from feedback_round r where r.id = :id and "
                + policy.condition(ROUND, act, ESCROW, "r")
                + ") as may")
        .params(viewer.parameters())
        .param("id", round)
        .query((row, _) -> row.getBoolean("may"))
        .single();
  }

  /// The latest first.
  List<EscrowRequest> all(Viewer viewer, UUID round) {
    return database
        .sql(
            REQUESTS
                + " order by q.state in ('asked', 'agreed') desc, q.asked_on desc, q.id limit 200")
        .param("viewer", viewer.person())
        .param("round", round)
        .query((row, _) -> request(row))
        .list();
  }

  /// @param own whether the viewer asked, and can take the package
  record Waiting(UUID round, String name, boolean own) {}

  /// Requests that the viewer can decide on, and their own that were agreed to.
  List<Waiting> waitingFor(Viewer viewer) {
    return database
        .sql(
            """
            select r.id, r.name, q.asked_by = :viewer as own from feedback_escrow_request q
            join feedback_round r on r.id = q.round join feedback_comment c on c.id = q.comment
            """
                + OTHERS
                + " and (q.state = 'asked' and q.asked_by <> :viewer and "
                + policy.condition(ROUND, AGREE, ESCROW, "r")
                + " or q.state = 'agreed' and q.asked_by = :viewer and "
                + policy.condition(ROUND, UNSEAL, ESCROW, "r")
                + ") order by q.asked_on, q.id")
        .params(viewer.parameters())
        .query((row, _) ->
            new Waiting(
                row.getObject("id", UUID.class), row.getString("name"), row.getBoolean("own")))
        .list();
  }

  /// Until the transaction ends nobody else changes it.
  Optional<EscrowRequest> lock(Viewer viewer, UUID round, UUID id) {
    return database
        .sql(REQUESTS + " and q.id = :id for update of q")
        .param("viewer", viewer.person())
        .param("round", round)
        .param("id", id)
        .query((row, _) -> request(row))
        .optional();
  }

  /// Whether there is such a comment for them to ask about.
  boolean isThere(Viewer viewer, UUID round, UUID comment) {
    return database
        .sql(
            "select exists (select from feedback_comment c"
                + OTHERS_COMMENTS
                + " and c.id = :id) as there")
        .param("viewer", viewer.person())
        .param("round", round)
        .param("id", comment)
        .query((row, _) -> row.getBoolean("there"))
        .single();
  }

  /// Whether it stands now, or another of the round is open.
  boolean insert(UUID id, UUID round, UUID comment, EscrowReason because, UUID by, LocalDate on) {
    return database
            .sql(
                """
                insert into feedback_escrow_request (id, round, comment, because, asked_by, asked_on)
                values (:id, :round, :comment, :because, :by, :on)
                on conflict (round) where state in ('asked', 'agreed') do nothing
                """)
            .param("id", id)
            .param("round", round)
            .param("comment", comment)
            .param("because", because.code())
            .param("by", by)
            .param("on", on)
            .update()
        == 1;
  }

  void decide(UUID id, EscrowRequest.State state, UUID by) {
    database
        .sql("update feedback_escrow_request set state = :state, decided_by = :by where id = :id")
        .param("id", id)
        .param("state", state.code())
        .param("by", by)
        .update();
  }

  void move(UUID id, EscrowRequest.State state) {
    database
        .sql("update feedback_escrow_request set state = :state where id = :id")
        .param("id", id)
        .param("state", state.code())
        .update();
  }

  private static EscrowRequest request(ResultSet row) throws SQLException {
    return new EscrowRequest(
        row.getObject("id", UUID.class),
        row.getObject("comment", UUID.class),
        row.getString("words"),
        EscrowReason.find(row.getString("because")).orElseThrow(),
        EscrowRequest.State.of(row.getString("state")),
        row.getObject("asked_by", UUID.class),
        row.getString("asked_by_name"),
        row.getString("decided_by_name"),
        row.getObject("asked_on", LocalDate.class),
        row.getBoolean("own"));
  }
}
