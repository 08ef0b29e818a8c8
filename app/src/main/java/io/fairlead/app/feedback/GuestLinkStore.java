package io.fairlead.app.feedback;

import io.fairlead.app.access.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The guests of a round, for whoever hands them their links.
@Component
class GuestLinkStore {
  private final JdbcClient database;

  GuestLinkStore(JdbcClient database) {
    this.database = database;
  }

  /// @param about the names of those they are asked about; null where an account is erased
  /// @param linked whether a link of theirs works, or will on the round's first day
  record Guest(UUID id, String name, String email, List<@Nullable String> about, boolean linked) {}

  /// Those who are proposed or asked, by name; whoever would rather not stands there as before.
  List<Guest> of(UUID round) {
    return database
        .sql(
            """
            select g.id, g.name, g.email, g.link_hash is not null as linked,
              array_agg(i.name order by i.name) as about
            from feedback_guest g join feedback_rater fr on fr.guest = g.id and fr.state <> 'taken-off'
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

  /// @return whether there is such a guest, in a round that takes answers or will
  boolean renew(UUID round, UUID guest, String token) {
    return database
            .sql(
                """
                update feedback_guest g set link_hash = :hash from feedback_round r
                where g.id = :guest and g.round = :round and r.id = g.round and r.state in ('nominating', 'answering')
                """)
            .param("hash", Tokens.hash(token))
            .param("guest", guest)
            .param("round", round)
            .update()
        == 1;
  }
}
