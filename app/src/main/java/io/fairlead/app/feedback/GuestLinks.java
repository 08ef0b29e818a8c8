package io.fairlead.app.feedback;

import io.fairlead.app.access.Tokens;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The links by which people from outside answer: 256 random bits each, of which only a hash is
/// kept. A link works as often as it is opened, since a guest may come back (and programs open
/// links in mail before people do), and until the round closes; whoever has it can read and change
/// what was answered with it, and nothing else.
@Component
public class GuestLinks {
  private final JdbcClient database;
  private final InvitationStore invitations;

  GuestLinks(JdbcClient database, InvitationStore invitations) {
    this.database = database;
    this.invitations = invitations;
  }

  /// Who came by a link.
  public record Guest(UUID id, String name, String roundName, LocalDate closes) {}

  /// Who the link was made for, while their round takes answers.
  Outcome<Guest> find(String token) {
    record Found(Guest guest, RoundState round) {}
    return database
        .sql(
            """
            select g.id, g.name, r.name as round_name, r.closes, r.state
            from feedback_guest_link l join feedback_guest g on g.id = l.guest join feedback_round r on r.id = g.round
            where l.hash = :hash
            """)
        .param("hash", Tokens.hash(token))
        .query((row, _) ->
            new Found(
                new Guest(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("round_name"),
                    row.getObject("closes", LocalDate.class)),
                RoundState.find(row.getString("state")).orElseThrow()))
        .optional()
        .map(found ->
            switch (found.round()) {
              case ANSWERING -> Outcome.done(found.guest());
              case DRAFT, NOMINATING ->
                  Outcome.<Guest>refused(Reason.of(Reason.Kind.CONFLICT, "feedback.guest-early"));
              case CLOSING, PUBLISHED, STOPPED ->
                  Outcome.<Guest>refused(Reason.of(Reason.Kind.CONFLICT, "feedback.guest-late"));
            })
        .orElseGet(
            () -> Outcome.refused(Reason.of(Reason.Kind.NOT_FOUND, "feedback.guest-unknown")));
  }

  List<Invitation> invitations(String token) {
    return invitations.ofGuest(Tokens.hash(token));
  }

  /// One of what the guest is asked.
  Outcome<Invitation> find(String token, UUID invitation) {
    return find(token)
        .then(_ ->
            invitations(token).stream()
                .filter(each -> each.id().equals(invitation))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Reason.notFound())));
  }
}
