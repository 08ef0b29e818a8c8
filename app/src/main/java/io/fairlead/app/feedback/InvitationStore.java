package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.RoundRules.ANSWER;
import static io.fairlead.app.feedback.RoundRules.GIVE;
import static io.fairlead.app.feedback.RoundRules.WORDS;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.methods.instruments.Relationship;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `feedback_rater` that may be answered.
@Component
class InvitationStore {
  private static final String COLUMNS =
      """
      select fr.id, fs.round, fr.subject, coalesce(fs.person, fs.unit, fs.objective) as about,
        coalesce(i.name, u.name, o.title) as subject_name, fr.person, fr.guest,
        fr.relationship, fr.slip, fr.earlier_slips
      from feedback_rater fr join feedback_subject fs on fs.id = fr.subject join feedback_round r on r.id = fs.round
      left join identity i on i.person = fs.person left join unit u on u.id = fs.unit
      left join objective o on o.id = fs.objective
      where r.state = 'answering' and fr.state = 'asked' and fr.slip is not null
      """;

  private final JdbcClient database;
  private final String mine;

  InvitationStore(JdbcClient database, Policy policy) {
    this.database = database;
    this.mine = COLUMNS + " and " + policy.condition(ANSWER, GIVE, WORDS, "fr");
  }

  /// What the viewer is asked, by the round's end and the name of whom it is about.
  List<Invitation> all(Viewer viewer) {
    return database
        .sql(mine + " order by r.closes, subject_name, fr.id limit 500")
        .params(viewer.parameters())
        .query((row, _) -> invitation(row))
        .list();
  }

  Optional<Invitation> find(Viewer viewer, UUID id) {
    return database
        .sql(mine + " and fr.id = :id")
        .params(viewer.parameters())
        .param("id", id)
        .query((row, _) -> invitation(row))
        .optional();
  }

  /// What a guest is asked.
  List<Invitation> ofGuest(byte[] linkHash) {
    return database
        .sql(
            COLUMNS
                + " and fr.guest = (select l.guest from feedback_guest_link l where l.hash = :hash)"
                + " order by subject_name, fr.id")
        .param("hash", linkHash)
        .query((row, _) -> invitation(row))
        .list();
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        row.getObject("id", UUID.class),
        row.getObject("round", UUID.class),
        row.getObject("subject", UUID.class),
        row.getObject("about", UUID.class),
        row.getString("subject_name"),
        row.getObject("person", UUID.class),
        row.getObject("guest", UUID.class),
        Relationship.find(row.getString("relationship")).orElseThrow(),
        row.getObject("slip", UUID.class),
        List.of((UUID[]) row.getArray("earlier_slips").getArray()));
  }
}
