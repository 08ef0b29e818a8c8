package io.fairlead.app.feedback;

import io.fairlead.app.access.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `feedback_guest` and `feedback_guest_link`, for whoever hands guests their links and
/// for the mail that does. Whoever declines stays among them: the list says nothing of what anybody
/// did.
@Component
class GuestLinkStore {
  private final JdbcClient database;

  GuestLinkStore(JdbcClient database) {
    this.database = database;
  }

  /// @param about the names of those they are asked about; null where an account is erased
  /// @param linked whether a link that was made by hand works, or will on the round's first day
  record Guest(UUID id, String name, String email, List<@Nullable String> about, boolean linked) {}

  /// Those who are proposed or asked, by name; whoever would rather not stands there as before.
  List<Guest> of(UUID round) {
    return database
        .sql(
            """
            select g.id, g.name, g.email,
              exists (select 1 from feedback_guest_link l where l.guest = g.id and l.by_hand) as linked,
              array_agg(i.name order by i.name) as about
            from feedback_guest g
            join feedback_rater fr on fr.guest = g.id and fr.state in ('proposed', 'asked', 'declined')
            join feedback_subject fs on fs.id = fr.subject left join identity i on i.person = fs.person
            where g.round = :round group by g.id order by g.name, g.id
            """)
        .param("round", round)
        .query((row, _) ->
            new Guest(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                Arrays.asList((String[]) row.getArray("about").getArray()),
                row.getBoolean("linked")))
        .list();
  }

  /// Everybody who was asked, and nobody who was taken off before.
  List<UUID> asked(UUID round) {
    return database
        .sql(
            """
            select g.id from feedback_guest g where g.round = :round and exists (
              select 1 from feedback_rater fr where fr.guest = g.id and fr.state in ('asked', 'declined'))
            order by g.id
            """)
        .param("round", round)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /// Of one person's raters, the guests among those who were asked.
  List<UUID> askedAbout(UUID subject) {
    return database
        .sql(
            """
            select guest from feedback_rater
            where subject = :subject and guest is not null and state in ('asked', 'declined') order by guest
            """)
        .param("subject", subject)
        .query((row, _) -> row.getObject("guest", UUID.class))
        .list();
  }

  /// A link to hand over, which ends those before.
  ///
  /// @return whether there is such a guest, in a round that takes answers or will
  boolean renew(UUID round, UUID guest, String token) {
    return database
            .sql(
                """
                with meant as (
                  select g.id from feedback_guest g join feedback_round r on r.id = g.round
                  where g.id = :guest and r.id = :round and r.state in ('nominating', 'answering') for share of r),
                ended as (delete from feedback_guest_link l using meant where l.guest = meant.id)
                insert into feedback_guest_link (hash, guest, by_hand) select :hash, meant.id, true from meant
                """)
            .param("hash", Tokens.hash(token))
            .param("guest", guest)
            .param("round", round)
            .update()
        == 1;
  }

  /// Whether any link was made for the guest, by which something may have been answered.
  boolean hasLink(UUID guest) {
    return database
        .sql("select exists (select 1 from feedback_guest_link where guest = :guest) as linked")
        .param("guest", guest)
        .query((row, _) -> row.getBoolean("linked"))
        .single();
  }

  /// Whether another guest of the round, who is proposed or asked, is reached by it.
  boolean isTaken(UUID round, GuestAddress address) {
    return database
        .sql(
            """
            select exists (select 1 from feedback_guest g join feedback_rater fr on fr.guest = g.id and fr.state <> 'taken-off'
              where g.round = :round and g.email = :email)
            """)
        .param("round", round)
        .param("email", address.text())
        .query(Boolean.class)
        .single();
  }

  /// Another address, to which no link was made yet. Whoever had it and was taken off makes room.
  void correct(UUID round, UUID guest, GuestAddress address) {
    database
        .sql("delete from feedback_guest where round = :round and email = :email")
        .param("round", round)
        .param("email", address.text())
        .update();
    database
        .sql("update feedback_guest set email = :email where id = :guest")
        .param("email", address.text())
        .param("guest", guest)
        .update();
    database
        .sql("delete from feedback_guest_link where guest = :guest")
        .param("guest", guest)
        .update();
  }

  /// What stands in the addresses of the guest's pages, in an order.
  List<UUID> invitations(UUID guest) {
    return database
        .sql("select id from feedback_rater where guest = :guest order by id")
        .param("guest", guest)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /// Asks the guest anew, with an empty sheet. Whoever declined has an earlier slip afterwards,
  /// too, so that its holder does not learn it.
  void renewSlips(UUID guest) {
    database
        .sql(
            """
            update feedback_rater set state = 'asked', declined_because = null,
              earlier_slips = earlier_slips || coalesce(slip, gen_random_uuid()), slip = gen_random_uuid()
            where guest = :guest and state in ('asked', 'declined')
            """)
        .param("guest", guest)
        .update();
  }

  /// Where a guest is.
  record Place(String name, String email) {}

  /// One more link, beside those before. The round is held meanwhile, so that none is left behind
  /// by its close, and the guest, so that none goes to an address that is being corrected.
  ///
  /// @return empty unless the round takes answers
  Optional<Place> link(UUID guest, String token) {
    return database
        .sql(
            """
            with meant as (
              select g.id, g.name, g.email from feedback_guest g join feedback_round r on r.id = g.round
              where g.id = :guest and r.state = 'answering' for share of r, g),
            made as (
              insert into feedback_guest_link (hash, guest, by_hand) select :hash, meant.id, false from meant)
            select name, email from meant
            """)
        .param("guest", guest)
        .param("hash", Tokens.hash(token))
        .query((row, _) -> new Place(row.getString("name"), row.getString("email")))
        .optional();
  }

  /// A guest of a round that was stopped.
  Optional<Place> inStopped(UUID guest) {
    return database
        .sql(
            """
            select g.name, g.email from feedback_guest g join feedback_round r on r.id = g.round
            where g.id = :guest and r.state = 'stopped'
            """)
        .param("guest", guest)
        .query((row, _) -> new Place(row.getString("name"), row.getString("email")))
        .optional();
  }

  /// A round, and who answers for it.
  ///
  /// @param corrections how often the guest's address was corrected
  record Run(UUID id, String name, UUID owner, int corrections) {}

  /// A guest's round while it takes answers.
  Optional<Run> roundOf(UUID guest) {
    return database
        .sql(
            """
            select r.id, r.name, r.owner, (select coalesce(max(cardinality(fr.earlier_slips)), 0) from feedback_rater fr
              where fr.guest = g.id) as corrections
            from feedback_guest g join feedback_round r on r.id = g.round
            where g.id = :guest and r.state = 'answering'
            """)
        .param("guest", guest)
        .query((row, _) ->
            new Run(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("owner", UUID.class),
                row.getInt("corrections")))
        .optional();
  }
}
