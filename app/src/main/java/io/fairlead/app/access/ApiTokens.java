package io.fairlead.app.access;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A person's own tokens for the API. A token does what its person may do, within its scopes, until
/// it expires; its value is shown once.
@Component
public class ApiTokens {
  static final int LONGEST_DAYS = 366;
  private static final int MOST = 50;

  private final JdbcClient database;
  private final Scopes scopes;
  private final Idempotency acts;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  ApiTokens(
      JdbcClient database, Scopes scopes, Idempotency acts, Audit audit, Ids ids, Clock clock) {
    this.database = database;
    this.scopes = scopes;
    this.acts = acts;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  record NewToken(String name, Set<String> scopes, int days) {}

  /// A token as its person sees it afterwards.
  public record Token(
      UUID id,
      String name,
      List<String> scopes,
      Instant createdAt,
      @Nullable Instant usedAt,
      Instant expiresAt,
      boolean expired) {}

  /// @return the token itself, which is stored nowhere
  Outcome<String> create(Viewer viewer, NewToken input) {
    List<Reason> wrong = new ArrayList<>();
    if (input.name().isBlank()) {
      wrong.add(Reason.invalid("name", "required"));
    }
    if (input.name().length() > 100) {
      wrong.add(Reason.invalid("name", "too-long", 100));
    }
    if (input.scopes().isEmpty() || !scopes.all().containsAll(input.scopes())) {
      wrong.add(Reason.invalid("scopes", "token-scopes"));
    }
    if (input.days() < 1 || input.days() > LONGEST_DAYS) {
      wrong.add(Reason.invalid("days", "token-days", LONGEST_DAYS));
    }
    if (of(viewer.person()).size() >= MOST) {
      wrong.add(Reason.of(Reason.Kind.CONFLICT, "token-most", MOST));
    }
    return wrong.isEmpty()
        ? acts.once(
            viewer.person(), "token.create", null, input, String.class, () -> make(viewer, input))
        : Outcome.refused(wrong);
  }

  private Outcome<String> make(Viewer viewer, NewToken input) {
    String token = "flt_" + Tokens.fresh();
    UUID id = ids.next();
    Instant now = clock.instant();
    database
        .sql(
            """
            insert into api_token (id, token_hash, person, name, scopes, created_at, expires_at)
            values (:id, :hash, :person, :name, :scopes, :now, :expires)
            """)
        .param("id", id)
        .param("hash", Tokens.hash(token))
        .param("person", viewer.person())
        .param("name", input.name().strip())
        .param("scopes", new TreeSet<>(input.scopes()).toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(now.plus(Duration.ofDays(input.days()))))
        .update();
    audit.record(viewer.person(), "token.made", "token", id, viewer.person());
    return Outcome.done(token);
  }

  List<Token> of(UUID person) {
    Instant now = clock.instant();
    return database
        .sql(
            """
            select id, name, scopes, created_at, used_at, expires_at from api_token
            where person = :person order by created_at desc, id desc
            """)
        .param("person", person)
        .query((row, _) -> {
          Timestamp used = row.getTimestamp("used_at");
          Instant expires = row.getTimestamp("expires_at").toInstant();
          return new Token(
              row.getObject("id", UUID.class),
              row.getString("name"),
              List.of((String[]) row.getArray("scopes").getArray()),
              row.getTimestamp("created_at").toInstant(),
              used == null ? null : used.toInstant(),
              expires,
              !expires.isAfter(now));
        })
        .list();
  }

  /// Ends one of the viewer's own tokens.
  Outcome<UUID> revoke(Viewer viewer, UUID token) {
    return acts.once(
        viewer.person(),
        "token.revoke",
        null,
        token,
        UUID.class,
        () -> {
          int gone =
              database
                  .sql("delete from api_token where id = :id and person = :person")
                  .param("id", token)
                  .param("person", viewer.person())
                  .update();
          if (gone == 0) {
            return Outcome.refused(Reason.notFound());
          }
          audit.record(viewer.person(), "token.revoked", "token", token, viewer.person());
          return Outcome.done(token);
        });
  }
}
