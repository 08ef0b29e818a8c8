package io.fairlead.app.messages;

import io.fairlead.app.people.LegalHoldSql;
import io.fairlead.app.people.People;
import io.fairlead.app.platform.keys.KeyName;
import io.fairlead.app.platform.keys.KeyStore;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of outgoing mail: queued, claimed under a lease, ended.
@Repository
class MailStore {
  private static final KeyName TOKENS = new KeyName("mail", "tokens");

  private final JdbcClient database;
  private final KeyStore keys;
  private final JsonMapper json;
  private final People people;
  private final Clock clock;

  MailStore(JdbcClient database, KeyStore keys, JsonMapper json, People people, Clock clock) {
    this.database = database;
    this.keys = keys;
    this.json = json;
    this.people = people;
    this.clock = clock;
  }

  /// Queues all of them in one statement, in the caller's transaction; those that quiet mode keeps
  /// back are left out.
  ///
  /// @return to whom it is on its way, outsiders by their own id
  List<UUID> insert(Collection<Mail> mails) {
    List<Mail> all = List.copyOf(mails);
    if (all.stream().anyMatch(mail -> mail.token() != null)) {
      keys.create(TOKENS);
    }
    return database
        .sql(
            """
            insert into outgoing_mail (id, recipient, outsider, kind, letter, secret, queued_at, useless_from, next_at)
            select m.id, m.recipient, m.outsider, m.kind, m.letter::jsonb, m.secret, :now, m.useless_from, :now
            from unnest(:ids::uuid[], :recipients::uuid[], :outsiders::uuid[], :kinds::text[], :letters::text[],
              :secrets::bytea[], :useless::timestamptz[])
              as m (id, recipient, outsider, kind, letter, secret, useless_from)
            where %s
            on conflict (id) do nothing
            returning coalesce(recipient, outsider) as whom
            """
                .formatted(MailGate.openTo("m")))
        .param("now", Timestamp.from(clock.instant()))
        .param("today", people.today())
        .param("ids", all.stream().map(Mail::id).toArray(UUID[]::new))
        .param("recipients", all.stream().map(Mail::recipient).toArray(UUID[]::new))
        .param("outsiders", all.stream().map(Mail::outsider).toArray(UUID[]::new))
        .param("kinds", all.stream().map(Mail::kind).toArray(String[]::new))
        .param(
            "letters",
            all.stream().map(each -> json.writeValueAsString(each.letter())).toArray(String[]::new))
        .param("secrets", all.stream().map(this::sealed).toArray(byte[][]::new))
        .param("useless", all.stream().map(MailStore::useless).toArray(Timestamp[]::new))
        .query((row, _) -> row.getObject("whom", UUID.class))
        .list();
  }

  private static @Nullable Timestamp useless(Mail mail) {
    Instant from = mail.uselessFrom();
    return from == null ? null : Timestamp.from(from);
  }

  private byte @Nullable [] sealed(Mail mail) {
    String token = mail.token();
    return token == null
        ? null
        : keys.seal(TOKENS, token.getBytes(StandardCharsets.US_ASCII), context(mail.id()));
  }

  private static byte[] context(UUID mail) {
    return mail.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /// A mail that one sender has for the time of the lease.
  ///
  /// @param outsider null where it goes to somebody who has an account
  /// @param name null together with `address` where the person was erased, and for outsiders
  record Claimed(
      UUID id,
      @Nullable UUID outsider,
      Letter letter,
      @Nullable String token,
      int tries,
      Instant queuedAt,
      @Nullable Instant uselessFrom,
      @Nullable String name,
      @Nullable String address) {}

  /// Takes some mail that is due and that nobody has; mail that somebody had for longer than the
  /// lease is taken over.
  List<Claimed> claim(UUID lease, int count, Duration lasting) {
    Instant now = clock.instant();
    return database
        .sql(
            """
            with next as (
              select m.id from outgoing_mail m
              where m.state in ('waiting', 'sending') and m.next_at <= :now
                and not exists (select 1 from mail_trouble t where t.retry_at > :now)
                and %s
              order by m.next_at, m.id limit :count for update of m skip locked),
            claimed as (
              update outgoing_mail m set state = 'sending', lease = :lease, next_at = :until
              from next where m.id = next.id
              returning m.id, m.recipient, m.outsider, m.letter, m.secret, m.tries, m.queued_at, m.useless_from)
            select c.*, i.name, i.email from claimed c left join identity i on i.person = c.recipient order by c.id
            """
                .formatted(MailGate.openTo("m")))
        .param("now", Timestamp.from(now))
        .param("today", people.today())
        .param("count", count)
        .param("lease", lease)
        .param("until", Timestamp.from(now.plus(lasting)))
        .query(this::claimed)
        .list();
  }

  private Claimed claimed(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] secret = row.getBytes("secret");
    Timestamp useless = row.getTimestamp("useless_from");
    return new Claimed(
        id,
        row.getObject("outsider", UUID.class),
        json.readValue(row.getString("letter"), Letter.class),
        secret == null
            ? null
            : keys.open(TOKENS, secret, context(id))
                .map(token -> new String(token, StandardCharsets.US_ASCII))
                .orElse(null),
        row.getInt("tries"),
        row.getTimestamp("queued_at").toInstant(),
        useless == null ? null : useless.toInstant(),
        row.getString("name"),
        row.getString("email"));
  }

  /// The names of those whom the letters name.
  Map<UUID, String> names(Collection<UUID> persons) {
    return persons.isEmpty()
        ? Map.of()
        : database
            .sql("select person, name from identity where person = any(:persons)")
            .param("persons", persons.toArray(UUID[]::new))
            .query(
                (row, _) -> Map.entry(row.getObject("person", UUID.class), row.getString("name")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Says that it is being handed over from now, and has it for a whole lease again.
  ///
  /// @return false when somebody else has it by now: it is theirs
  boolean handing(UUID mail, UUID lease, Duration lasting) {
    Instant now = clock.instant();
    return database
            .sql(
                """
                update outgoing_mail set handed_at = :now, next_at = :until,
                  perhaps_twice = perhaps_twice or handed_at is not null
                where id = :id and lease = :lease and state = 'sending' and next_at > :now
                """)
            .param("now", Timestamp.from(now))
            .param("until", Timestamp.from(now.plus(lasting)))
            .param("id", mail)
            .param("lease", lease)
            .update()
        == 1;
  }

  /// Its way ends here.
  ///
  /// @param state `sent`, `refused`, `given-up` or `withdrawn`
  void end(UUID mail, UUID lease, String state, String reply) {
    database
        .sql(
            """
            update outgoing_mail set state = :state, ended_at = :now, reply = :reply, secret = null, lease = null
            where id = :id and lease = :lease
            """)
        .param("state", state)
        .param("now", Timestamp.from(clock.instant()))
        .param("reply", reply)
        .param("id", mail)
        .param("lease", lease)
        .update();
  }

  /// It waits for another try.
  ///
  /// @param known whether it surely did not arrive
  void again(UUID mail, UUID lease, Instant at, String reply, boolean known) {
    database
        .sql(
            """
            update outgoing_mail set state = 'waiting', next_at = :at, tries = tries + 1, reply = :reply, lease = null,
              handed_at = case when :known then null else handed_at end
            where id = :id and lease = :lease
            """)
        .param("at", Timestamp.from(at))
        .param("reply", reply)
        .param("known", known)
        .param("id", mail)
        .param("lease", lease)
        .update();
  }

  /// Gives back what was claimed and not begun.
  void release(UUID lease, Collection<UUID> mails) {
    database
        .sql(
            """
            update outgoing_mail set state = 'waiting', next_at = :now, lease = null
            where lease = :lease and id = any(:mails)
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("lease", lease)
        .param("mails", mails.toArray(UUID[]::new))
        .update();
  }

  /// What is wrong with the mail server.
  ///
  /// @param times how often in a row
  record Trouble(String what, Instant since, int times, Instant retryAt) {}

  Optional<Trouble> trouble() {
    return database
        .sql("select what, since, times, retry_at from mail_trouble")
        .query((row, _) ->
            new Trouble(
                row.getString("what"),
                row.getTimestamp("since").toInstant(),
                row.getInt("times"),
                row.getTimestamp("retry_at").toInstant()))
        .optional();
  }

  /// All nodes leave the server alone for a while: five seconds, doubled each time up to five
  /// minutes.
  void trouble(String what) {
    database
        .sql(
            """
            insert into mail_trouble as t (what, since, times, retry_at)
            values (:what, :now, 1, cast(:now as timestamptz) + interval '5 seconds')
            on conflict (one) do update set what = :what, times = t.times + 1,
              retry_at = cast(:now as timestamptz) + least(interval '5 seconds' * power(2, least(t.times, 10)), interval '5 minutes')
            where t.retry_at <= :now
            """)
        .param("what", what)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  void noTrouble() {
    database.sql("delete from mail_trouble").update();
  }

  /// Throws away what ended before the moment.
  int forget(Instant before) {
    return database
        .sql(
            "delete from outgoing_mail where ended_at < :before and "
                + LegalHoldSql.free("outgoing_mail.recipient"))
        .param("before", Timestamp.from(before))
        .update();
  }

  /// Ends what waits for people whom mail may no longer reach.
  int withdraw() {
    return database
        .sql(
            """
            update outgoing_mail m set state = 'withdrawn', ended_at = :now, secret = null
            where m.state = 'waiting' and not %s
            """
                .formatted(MailGate.openTo("m")))
        .param("now", Timestamp.from(clock.instant()))
        .param("today", people.today())
        .update();
  }

  /// How much of which kind is in which state, of what was queued since the moment.
  record Count(String kind, String state, int mails, int perhapsTwice) {}

  List<Count> counts() {
    return database
        .sql(
            """
            select kind, state, count(*) as mails, count(*) filter (where perhaps_twice) as perhaps_twice
            from outgoing_mail group by kind, state order by kind, state
            """)
        .query((row, _) ->
            new Count(
                row.getString("kind"),
                row.getString("state"),
                row.getInt("mails"),
                row.getInt("perhaps_twice")))
        .list();
  }

  /// What became of a test.
  ///
  /// @param at when it was asked for
  record Tested(String state, String reply, Instant at) {}

  Optional<Tested> tested(UUID person) {
    return database
        .sql(
            """
            select state, reply, queued_at from outgoing_mail where recipient = :person and kind = :kind
            order by queued_at desc, id desc limit 1
            """)
        .param("person", person)
        .param("kind", MailTries.KIND)
        .query((row, _) ->
            new Tested(
                row.getString("state"),
                row.getString("reply"),
                row.getTimestamp("queued_at").toInstant()))
        .optional();
  }

  /// A mail that did not arrive.
  ///
  /// @param recipient null for an outsider
  record Missed(@Nullable UUID recipient) {}

  /// Empty when it did, or is still on its way.
  Optional<Missed> undelivered(UUID mail) {
    return database
        .sql(
            "select recipient from outgoing_mail where id = :id and state in ('refused', 'given-up') for update")
        .param("id", mail)
        .query((row, _) -> new Missed(row.getObject("recipient", UUID.class)))
        .optional();
  }

  /// Whether a mail can be tried again: its links hold no secret that is gone, what it leads to is
  /// not over, and mail may still reach its recipient.
  private static final String RETRIABLE =
      """
      (m.outsider is not null or not m.letter::text like '%{token}%') and (m.useless_from is null or m.useless_from > :now) and\
      """
          + MailGate.openTo("m");

  /// Puts it back into the queue as if it were new.
  boolean retry(UUID mail, Instant now) {
    return database
            .sql(
                """
                update outgoing_mail m set state = 'waiting', next_at = :now, queued_at = :now, tries = 0, handed_at = null,
                  ended_at = null, reply = ''
                where m.id = :id and m.state in ('refused', 'given-up') and %s
                """
                    .replace("%s", RETRIABLE))
            .param("id", mail)
            .param("now", Timestamp.from(now))
            .param("today", people.today())
            .update()
        == 1;
  }

  /// Mail that did not arrive, the latest first.
  ///
  /// @param person null for an outsider
  /// @param again whether it can be tried again as it is
  record Undelivered(
      UUID id,
      @Nullable UUID person,
      @Nullable String name,
      String kind,
      String state,
      String reply,
      Instant at,
      boolean again) {}

  List<Undelivered> undelivered(int limit) {
    return database
        .sql(
            """
            select m.id, m.recipient, i.name, m.kind, m.state, m.reply, m.ended_at, %s as again
            from outgoing_mail m left join identity i on i.person = m.recipient
            where m.state in ('refused', 'given-up') order by m.ended_at desc, m.id limit :limit
            """
                .replace("%s", RETRIABLE))
        .param("limit", limit)
        .param("now", Timestamp.from(clock.instant()))
        .param("today", people.today())
        .query((row, _) ->
            new Undelivered(
                row.getObject("id", UUID.class),
                row.getObject("recipient", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("reply"),
                row.getTimestamp("ended_at").toInstant(),
                row.getBoolean("again")))
        .list();
  }

  /// How the last mail to each of them stands; without those to whom none was queued.
  Map<UUID, Mailroom.Standing> standing(Collection<UUID> outsiders) {
    return outsiders.isEmpty()
        ? Map.of()
        : database
            .sql(
                """
                select distinct on (outsider) outsider, state, reply from outgoing_mail where outsider = any(:outsiders)
                order by outsider, queued_at desc, id desc
                """)
            .param("outsiders", outsiders.toArray(UUID[]::new))
            .query((row, _) ->
                Map.entry(
                    row.getObject("outsider", UUID.class),
                    new Mailroom.Standing(row.getString("state"), row.getString("reply"))))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  boolean isOpenToEveryone() {
    return database
        .sql("select exists (select 1 from mail_audience where everyone) as open")
        .query((row, _) -> row.getBoolean("open"))
        .single();
  }
}
