package io.fairlead.app.access;

import io.fairlead.app.messages.Inbox;
import io.fairlead.app.people.LegalHoldSql;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.OrganisationSettings;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Browser sessions and API tokens, kept in the database so that any node serves anybody. One
/// statement finds the session, the person and all that policy needs to know of them.
@Component
public class Sessions {
  static final Duration IDLE = Duration.ofHours(12);
  static final Duration LONGEST = Duration.ofDays(14);
  private static final Duration SEEN_STEP = Duration.ofMinutes(5);

  private final JdbcClient database;
  private final OrganisationSettings settings;
  private final Ids ids;
  private final Clock clock;

  Sessions(JdbcClient database, OrganisationSettings settings, Ids ids, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /// Opens a session and returns its cookie's value, which is stored nowhere.
  public String open(UUID person, String browser, @Nullable UUID signedInAsBy) {
    String token = Tokens.fresh();
    Instant now = clock.instant();
    database
        .sql(
            """
            insert into session (id, token_hash, person, created_at, seen_at, expires_at, browser, signed_in_as_by)
            values (:id, :hash, :person, :now, :now, :expires, :browser, :by)
            """)
        .param("id", ids.next())
        .param("hash", Tokens.hash(token))
        .param("person", person)
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(now.plus(LONGEST)))
        .param("browser", browser.length() > 200 ? browser.substring(0, 200) : browser)
        .param("by", signedInAsBy)
        .update();
    return token;
  }

  /// Who asks, and how much they were told and have not read, up to a hundred.
  ///
  /// @param preview the role that they look as, `person` for none; null: they look as themselves
  /// @param previewName what a composed role is called as which they look
  /// @param composed what tells apart how the organisation's own roles are composed; empty: it has
  ///   none
  record Asking(
      Viewer viewer,
      int unread,
      @Nullable String preview,
      @Nullable String previewName,
      String composed) {}

  /// The viewer behind a session cookie, if the session still lives.
  Optional<Viewer> viewer(String token) {
    return asking(token).map(Asking::viewer);
  }

  Optional<Asking> asking(String token) {
    Instant now = clock.instant();
    LocalDate today = today();
    return database
        .sql(
            """
            with seen as (
              update session set seen_at = :now
              where token_hash = :hash and seen_at < :stale and seen_at > :idle and expires_at > :now)
            select coalesce(p.person, s.person) as person, i.name, null::text[] as scopes,
              case when p.person is null
                then array(select distinct r.role from role_grant r where r.person = s.person)
                else array_remove(array[p.role], null) end as roles,
              case when p.person is null
                then array(select r.unit from role_grant r where r.person = s.person and r.unit is not null)
                else array_remove(array[p.unit], null) end as units,
              case when p.person is null then %s else %s end as permissions,
              case when p.person is null then %s else 0 end as unread,
              case when p.person is not null then coalesce(p.role, 'person') end as preview,
              (select c.name from custom_role c where c.id = p.custom_role) as preview_name,
              %s as composed
            from session s
            left join preview p on p.person = s.preview and p.begun_at > :looking
            join identity i on i.person = s.person
            join account a on a.person = s.person and a.state = 'active'
            where s.token_hash = :hash and s.expires_at > :now and s.seen_at > :idle
            """
                .formatted(
                    CustomRoleSql.permissionsOf("s.person"),
                    CustomRoleSql.PERMISSIONS_LOOKED_AS,
                    Inbox.unreadOf("s.person"),
                    CustomRoleSql.STATE))
        .param("hash", Tokens.hash(token))
        .param("now", Timestamp.from(now))
        .param("stale", Timestamp.from(now.minus(SEEN_STEP)))
        .param("idle", Timestamp.from(now.minus(IDLE)))
        .param("today", today)
        .param("looking", Timestamp.from(now.minus(RolePreviews.LONGEST)))
        .query((row, _) ->
            new Asking(
                viewer(row, today),
                row.getInt("unread"),
                row.getString("preview"),
                row.getString("preview_name"),
                row.getString("composed")))
        .optional();
  }

  /// The viewer behind an API token, limited to its scopes.
  Optional<Viewer> tokenViewer(String token) {
    Instant now = clock.instant();
    LocalDate today = today();
    return database
        .sql(
            """
            with used as (
              update api_token set used_at = :now
              where token_hash = :hash and expires_at > :now and (used_at is null or used_at < :stale))
            select t.person, i.name, t.scopes,
              array(select distinct r.role from role_grant r where r.person = t.person) as roles,
              array(select r.unit from role_grant r where r.person = t.person and r.unit is not null) as units,
              %s as permissions
            from api_token t
            join identity i on i.person = t.person
            join account a on a.person = t.person and a.state = 'active'
            where t.token_hash = :hash and t.expires_at > :now
            """
                .formatted(CustomRoleSql.permissionsOf("t.person")))
        .param("today", today)
        .param("hash", Tokens.hash(token))
        .param("now", Timestamp.from(now))
        .param("stale", Timestamp.from(now.minus(SEEN_STEP)))
        .query((row, _) -> viewer(row, today))
        .optional();
  }

  void close(String token) {
    database
        .sql("delete from session where token_hash = :hash")
        .param("hash", Tokens.hash(token))
        .update();
  }

  /// A session as its person sees it.
  ///
  /// @param here whether it is the one that asks
  public record Session(UUID id, String browser, Instant createdAt, Instant seenAt, boolean here) {}

  /// The person's living sessions, the latest first.
  List<Session> of(UUID person, String token) {
    Instant now = clock.instant();
    return database
        .sql(
            """
            select id, browser, created_at, seen_at, token_hash = :hash as here from session
            where person = :person and expires_at > :now and seen_at > :idle
            order by seen_at desc, id desc
            """)
        .param("person", person)
        .param("hash", Tokens.hash(token))
        .param("now", Timestamp.from(now))
        .param("idle", Timestamp.from(now.minus(IDLE)))
        .query((row, _) ->
            new Session(
                row.getObject("id", UUID.class),
                row.getString("browser"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                row.getBoolean("here")))
        .list();
  }

  /// Ends one of the person's sessions.
  ///
  /// @return whether there was one
  boolean close(UUID person, UUID session) {
    return database
            .sql("delete from session where person = :person and id = :id")
            .param("person", person)
            .param("id", session)
            .update()
        == 1;
  }

  /// Ends all the person's sessions but the one that asks; all of them when the token is empty.
  int closeOthers(UUID person, String token) {
    return database
        .sql("delete from session where person = :person and token_hash <> :hash")
        .param("person", person)
        .param("hash", Tokens.hash(token))
        .update();
  }

  /// Removes what has expired.
  void forgetExpired() {
    Instant now = clock.instant();
    database
        .sql(
            "delete from session where (expires_at < :now or seen_at < :idle) and "
                + LegalHoldSql.free("session.person"))
        .param("now", Timestamp.from(now))
        .param("idle", Timestamp.from(now.minus(IDLE)))
        .update();
  }

  /// Asked before the row is read: it may take a statement, and so a connection, of its own.
  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.organisation().zone());
  }

  private static Viewer viewer(ResultSet row, LocalDate today) throws SQLException {
    return new Viewer(
        row.getObject("person", UUID.class),
        row.getString("name"),
        Arrays.stream(strings(row.getArray("roles"))).map(Role::of).collect(Collectors.toSet()),
        Set.of((UUID[]) row.getArray("units").getArray()),
        Set.of(strings(row.getArray("scopes"))),
        today,
        Set.of(strings(row.getArray("permissions"))));
  }

  private static String[] strings(@Nullable Array array) throws SQLException {
    return array == null ? new String[0] : (String[]) array.getArray();
  }
}
