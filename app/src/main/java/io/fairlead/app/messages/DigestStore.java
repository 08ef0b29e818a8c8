package io.fairlead.app.messages;

import io.fairlead.app.people.People;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of weekly digests.
@Repository
class DigestStore {
  private final JdbcClient database;
  private final JsonMapper json;
  private final People people;
  private final Clock clock;

  DigestStore(JdbcClient database, JsonMapper json, People people, Clock clock) {
    this.database = database;
    this.json = json;
    this.people = people;
    this.clock = clock;
  }

  /// Somebody who may get a digest, and their clock.
  record Candidate(UUID person, PersonalClock clock) {}

  /// People whom mail may reach, who want digests by mail, and who have none of these weeks, by id.
  List<Candidate> candidates(UUID after, Collection<LocalDate> weeks, ZoneId zone, int limit) {
    return database
        .sql(
            """
            select i.person, r.quiet_from, r.quiet_until, r.zone
            from identity i
            left join message_rhythm r on r.person = i.person
            left join message_preference p on p.person = i.person and p.kind = :kind
            where i.person > :after and coalesce(p.channel, :usual) in ('mail', 'both') and %s
              and exists (select 1 from employment e where e.person = i.person and e.during @> :today)
              and not exists (select 1 from weekly_digest d where d.person = i.person and d.week = any(:weeks::date[]))
            order by i.person limit :limit
            """
                .formatted(MailGate.open("i.person")))
        .param("after", after)
        .param("kind", OwnKinds.DIGEST)
        .param("usual", Channel.MAIL.code())
        .param("today", people.today())
        .param("weeks", weeks.stream().map(LocalDate::toString).toArray(String[]::new))
        .param("limit", limit)
        .query((row, _) -> {
          String own = row.getString("zone");
          return new Candidate(
              row.getObject("person", UUID.class),
              new PersonalClock(
                  own == null ? zone : ZoneId.of(own),
                  row.getObject("quiet_from", LocalTime.class),
                  row.getObject("quiet_until", LocalTime.class)));
        })
        .list();
  }

  /// A digest before it is kept.
  ///
  /// @param token of its link; null: there is nothing to say, so nothing is sent
  record Fresh(
      UUID id,
      UUID person,
      LocalDate week,
      List<UUID> items,
      @Nullable String token,
      Instant expiresAt) {
    private byte @Nullable [] hash() {
      return token == null ? null : DigestStore.hash(token);
    }
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Keeps those of people who have none of that week.
  ///
  /// @return the ids of those kept
  List<UUID> insert(List<Fresh> digests) {
    return database
        .sql(
            """
            insert into weekly_digest (id, person, week, items, token_hash, expires_at)
            select d.id, d.person, d.week::date, d.items::jsonb, d.hash, d.expires
            from unnest(:ids::uuid[], :persons::uuid[], :weeks::text[], :items::text[], :hashes::bytea[],
              :expires::timestamptz[]) as d (id, person, week, items, hash, expires)
            on conflict do nothing returning id
            """)
        .param("ids", digests.stream().map(Fresh::id).toArray(UUID[]::new))
        .param("persons", digests.stream().map(Fresh::person).toArray(UUID[]::new))
        .param("weeks", digests.stream().map(each -> each.week().toString()).toArray(String[]::new))
        .param(
            "items",
            digests.stream()
                .map(each -> json.writeValueAsString(each.items()))
                .toArray(String[]::new))
        .param("hashes", digests.stream().map(Fresh::hash).toArray(byte[][]::new))
        .param(
            "expires",
            digests.stream()
                .map(each -> Timestamp.from(each.expiresAt()))
                .toArray(Timestamp[]::new))
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /// A digest as its link finds it.
  ///
  /// @param works whether its person is somebody who works here
  record Digest(
      UUID id,
      UUID person,
      String name,
      List<UUID> items,
      Instant expiresAt,
      @Nullable Instant usedAt,
      boolean works) {}

  Optional<Digest> find(String token) {
    return database
        .sql(
            """
            select d.id, d.person, i.name, d.items, d.expires_at, d.used_at,
              exists (select 1 from employment e where e.person = d.person and e.during @> :today) as works
            from weekly_digest d join identity i on i.person = d.person where d.token_hash = :hash
            """)
        .param("hash", hash(token))
        .param("today", people.today())
        .query(this::digest)
        .optional();
  }

  private Digest digest(ResultSet row, int number) throws SQLException {
    Timestamp used = row.getTimestamp("used_at");
    return new Digest(
        row.getObject("id", UUID.class),
        row.getObject("person", UUID.class),
        row.getString("name"),
        List.of(json.readValue(row.getString("items"), UUID[].class)),
        row.getTimestamp("expires_at").toInstant(),
        used == null ? null : used.toInstant(),
        row.getBoolean("works"));
  }

  /// Uses it up.
  ///
  /// @return false when somebody just did
  boolean use(UUID digest) {
    return database
            .sql("update weekly_digest set used_at = :now where id = :id and used_at is null")
            .param("now", Timestamp.from(clock.instant()))
            .param("id", digest)
            .update()
        == 1;
  }

  /// No link of the person's works any more.
  void withdraw(UUID person) {
    database
        .sql("update weekly_digest set token_hash = null where person = :person")
        .param("person", person)
        .update();
  }

  /// Throws away what has been over for a while.
  void forget(Instant before) {
    database
        .sql("delete from weekly_digest where expires_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }
}
