package io.fairlead.app.calendar;

import io.fairlead.app.access.Tokens;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of calendar feeds.
@Repository
class CalendarFeedStore {
  private static final TypeReference<Map<String, Said>> SAID = new TypeReference<>() {};
  private static final Duration READ_STEP = Duration.ofMinutes(5);

  private final JdbcClient database;
  private final JsonMapper json;

  CalendarFeedStore(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  Optional<CalendarFeed> of(UUID person) {
    return database
        .sql("select made_at, read_at from calendar_feed where person = ?")
        .param(person)
        .query((row, _) ->
            new CalendarFeed(
                row.getTimestamp("made_at").toInstant(), instant(row.getTimestamp("read_at"))))
        .optional();
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  /// Gives somebody who can sign in a feed, or theirs another secret; what it said is kept, so that
  /// a program that reads the new address knows the events again.
  ///
  /// @return the feed; empty when there is no such person
  Optional<UUID> put(UUID person, UUID id, String token, Instant now) {
    return database
        .sql(
            """
            insert into calendar_feed (person, id, token_hash, made_at)
            select a.person, :id, :hash, :now from account a where a.person = :person and a.state = 'active'
            on conflict (person) do update
              set token_hash = excluded.token_hash, made_at = excluded.made_at, read_at = null
            returning id
            """)
        .param("person", person)
        .param("id", id)
        .param("hash", Tokens.hash(token))
        .param("now", Timestamp.from(now))
        .query(UUID.class)
        .optional();
  }

  /// @return the feed that is no more
  Optional<UUID> remove(UUID person) {
    return database
        .sql("delete from calendar_feed where person = ? returning id")
        .param(person)
        .query(UUID.class)
        .optional();
  }

  /// A feed as its secret finds it.
  record Found(UUID id, UUID person, Map<String, Said> said) {
    Found {
      said = Map.copyOf(said);
    }
  }

  /// The feed behind a secret, of somebody who works here and may sign in; notes that it was read.
  Optional<Found> find(String token, LocalDate today, Instant now) {
    return database
        .sql(
            """
            with used as (
              update calendar_feed set read_at = :now
              where token_hash = :hash and (read_at is null or read_at < :stale))
            select f.id, f.person, f.said
            from calendar_feed f
            join account a on a.person = f.person and a.state = 'active'
            where f.token_hash = :hash
              and exists (select 1 from employment e where e.person = f.person and e.during @> :today::date)
            """)
        .param("hash", Tokens.hash(token))
        .param("today", today)
        .param("now", Timestamp.from(now))
        .param("stale", Timestamp.from(now.minus(READ_STEP)))
        .query((row, _) ->
            new Found(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                json.readValue(row.getString("said"), SAID)))
        .optional();
  }

  /// Keeps what is said now, unless somebody who read at the same moment kept theirs.
  boolean keep(Found found, Map<String, Said> next) {
    return database
            .sql(
                "update calendar_feed set said = :next::jsonb where id = :id and said = :before::jsonb")
            .param("next", json.writeValueAsString(next))
            .param("id", found.id())
            .param("before", json.writeValueAsString(found.said()))
            .update()
        == 1;
  }
}
