package io.fairlead.app.integrations;

import io.fairlead.app.integrations.Webhook.Delivery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Webhooks and their deliveries in the database.
@Component
class WebhookStore {
  private static final String COLUMNS =
      "id, name, url, format, types, state, failing_since, version, made_at";

  private final JdbcClient database;

  WebhookStore(JdbcClient database) {
    this.database = database;
  }

  List<Webhook> all() {
    return database
        .sql("select " + COLUMNS + " from webhook order by lower(name), id")
        .query(WebhookStore::webhook)
        .list();
  }

  Optional<Webhook> find(UUID id) {
    return database
        .sql("select " + COLUMNS + " from webhook where id = :id")
        .param("id", id)
        .query(WebhookStore::webhook)
        .optional();
  }

  private static Webhook webhook(ResultSet row, int index) throws SQLException {
    return new Webhook(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("url"),
        row.getString("format"),
        Arrays.asList((String[]) row.getArray("types").getArray()),
        row.getString("state"),
        instant(row, "failing_since"),
        row.getLong("version"),
        row.getTimestamp("made_at").toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  void add(UUID id, Webhooks.Input input, byte[] secret, long seen, UUID by, Instant now) {
    database
        .sql(
            """
            insert into webhook (id, name, url, format, types, state, secret, seen, made_by, made_at)
            values (:id, :name, :url, :format, :types, 'paused', :secret, :seen, :by, :now)
            """)
        .param("id", id)
        .param("name", input.name())
        .param("url", input.url())
        .param("format", input.format())
        .param("types", input.types().toArray(String[]::new))
        .param("secret", secret)
        .param("seen", seen)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// @return false when somebody changed it since
  boolean change(UUID id, long version, Webhooks.Input input) {
    return database
            .sql(
                """
                update webhook set name = :name, url = :url, format = :format, types = :types, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id)
            .param("version", version)
            .param("name", input.name())
            .param("url", input.url())
            .param("format", input.format())
            .param("types", input.types().toArray(String[]::new))
            .update()
        == 1;
  }

  /// What happened while it was not sending is not sent afterwards.
  void start(UUID id, long seen) {
    database
        .sql(
            """
            update webhook set state = 'sending', failing_since = null, version = version + 1,
              seen = case when state = 'sending' then seen else :seen end
            where id = :id
            """)
        .param("id", id)
        .param("seen", seen)
        .update();
  }

  void stop(UUID id, String state) {
    database
        .sql("update webhook set state = :state, version = version + 1 where id = :id")
        .param("id", id)
        .param("state", state)
        .update();
  }

  boolean remove(UUID id) {
    return database.sql("delete from webhook where id = :id").param("id", id).update() == 1;
  }

  void rotate(UUID id, byte[] secret, Instant oldUntil) {
    database
        .sql(
            """
            update webhook set old_secret = secret, old_secret_until = :until, secret = :secret, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("secret", secret)
        .param("until", Timestamp.from(oldUntil))
        .update();
  }

  /// The secrets that sign now, the newest first.
  List<byte[]> secrets(UUID id, Instant now) {
    return database
        .sql(
            """
            select secret from webhook where id = :id
            union all
            select old_secret from webhook where id = :id and old_secret is not null and old_secret_until > :now
            """)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query((row, _) -> row.getBytes("secret"))
        .list();
  }

  /// A webhook that is sending, held to the end of the transaction, with the last event it was
  /// shown; none while another node holds it.
  record Following(Webhook webhook, long seen) {}

  Optional<Following> follow(UUID id) {
    return database
        .sql(
            "select "
                + COLUMNS
                + ", seen from webhook where id = :id and state = 'sending' for update skip locked")
        .param("id", id)
        .query((row, number) -> new Following(webhook(row, number), row.getLong("seen")))
        .optional();
  }

  void seen(UUID id, long number) {
    database
        .sql("update webhook set seen = :number where id = :id")
        .param("id", id)
        .param("number", number)
        .update();
  }

  void queue(UUID webhook, List<Message> messages, Instant now) {
    database
        .sql(
            """
            insert into webhook_delivery (id, webhook, type, body, state, next_at, made_at)
            select m.id, :webhook, m.type, m.body, 'waiting', :now, :now
            from unnest(cast(:ids as uuid[]), cast(:types as text[]), cast(:bodies as text[])) m (id, type, body)
            """)
        .param("webhook", webhook)
        .param("ids", messages.stream().map(Message::id).toArray(UUID[]::new))
        .param("types", messages.stream().map(Message::type).toArray(String[]::new))
        .param("bodies", messages.stream().map(Message::body).toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  /// A message to be queued.
  record Message(UUID id, String type, String body) {}

  /// A message that this node is to send now.
  ///
  /// @param tries this one included
  record Claimed(
      UUID id, UUID webhook, String url, String body, int tries, @Nullable Instant failingSince) {}

  /// Claims messages that are due: a few of each webhook, so that a slow one does not hold up the
  /// others. What is not finished by `until`, because this node died, is sent by another.
  List<Claimed> claim(Instant now, Instant until, int each, int most) {
    return database
        .sql(
            """
            update webhook_delivery d set next_at = :until, tries = d.tries + 1
            from webhook w
            where w.id = d.webhook and w.state <> 'failed' and d.state = 'waiting' and d.next_at <= :now
              and d.id in (
                select id from (
                  select x.id, x.next_at, row_number() over (partition by x.webhook order by x.next_at, x.id) as place
                  from webhook_delivery x where x.state = 'waiting' and x.next_at <= :now) due
                where place <= :each order by next_at limit :most)
            returning d.id, d.webhook, w.url, d.body, d.tries, w.failing_since
            """)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(until))
        .param("each", each)
        .param("most", most)
        .query((row, _) ->
            new Claimed(
                row.getObject("id", UUID.class),
                row.getObject("webhook", UUID.class),
                row.getString("url"),
                row.getString("body"),
                row.getInt("tries"),
                instant(row, "failing_since")))
        .list();
  }

  /// What became of a try.
  ///
  /// @param state `waiting` for another try
  void tried(UUID id, String state, Sender.Answer answer, Instant now, Instant next) {
    database
        .sql(
            """
            update webhook_delivery set state = :state, status = nullif(:status, 0), problem = :problem,
              tried_at = :now, next_at = :next
            where id = :id
            """)
        .param("id", id)
        .param("state", state)
        .param("status", answer.status())
        .param("problem", answer.problem())
        .param("now", Timestamp.from(now))
        .param("next", Timestamp.from(next))
        .update();
  }

  /// What waits for a webhook that stops is not sent afterwards.
  void giveUp(UUID webhook) {
    database
        .sql(
            "update webhook_delivery set state = 'failed' where webhook = :webhook and state = 'waiting'")
        .param("webhook", webhook)
        .update();
  }

  void takes(UUID webhook) {
    database
        .sql("update webhook set failing_since = null where id = :id and failing_since is not null")
        .param("id", webhook)
        .update();
  }

  void fails(UUID webhook, Instant now) {
    database
        .sql("update webhook set failing_since = coalesce(failing_since, :now) where id = :id")
        .param("id", webhook)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// The newest deliveries, the latest first.
  List<Delivery> deliveries(UUID webhook, int most) {
    return database
        .sql(
            """
            select id, type, state, tries, made_at, tried_at, next_at, status, problem from webhook_delivery
            where webhook = :webhook order by made_at desc, id desc limit :most
            """)
        .param("webhook", webhook)
        .param("most", most)
        .query((row, _) ->
            new Delivery(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("state"),
                row.getInt("tries"),
                row.getTimestamp("made_at").toInstant(),
                instant(row, "tried_at"),
                row.getTimestamp("next_at").toInstant(),
                row.getObject("status", Integer.class),
                row.getString("problem")))
        .list();
  }

  /// Puts a delivery that ended back into the queue; false when there is none.
  boolean again(UUID webhook, UUID delivery, Instant now) {
    return database
            .sql(
                """
                update webhook_delivery set state = 'waiting', tries = 0, next_at = :now
                where id = :id and webhook = :webhook
                """)
            .param("id", delivery)
            .param("webhook", webhook)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  int forget(Instant before) {
    return database
        .sql("delete from webhook_delivery where made_at < :before and state <> 'waiting'")
        .param("before", Timestamp.from(before))
        .update();
  }
}
