package io.fairlead.app.messages;

import io.fairlead.app.people.LegalHoldSql;
import io.fairlead.app.people.People;
import io.fairlead.app.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of what people were told.
@Repository
class NoticeStore {
  private final JdbcClient database;
  private final JsonMapper json;
  private final Ids ids;
  private final People people;
  private final MailSettings settings;
  private final Clock clock;

  NoticeStore(
      JdbcClient database,
      JsonMapper json,
      Ids ids,
      People people,
      MailSettings settings,
      Clock clock) {
    this.database = database;
    this.json = json;
    this.ids = ids;
    this.people = people;
    this.settings = settings;
    this.clock = clock;
  }

  /// Tells all of them, where each person wants it; who did it themselves, who wants none of it,
  /// who is erased and who was told before is left out.
  void insert(List<Notice> told, Map<String, MessageKind> kinds) {
    database
        .sql(
            """
            insert into notice (id, recipient, actor, kind, link, key, parameters, once, told_at, in_inbox, mail_due)
            select n.id, n.recipient, n.actor, n.kind, n.link, n.key, n.parameters::jsonb, n.once, :now,
              c.channel in ('inbox', 'both') or not g.open, case when g.open and c.channel in ('mail', 'both') then cast(:now as timestamptz) end
            from unnest(:ids::uuid[], :recipients::uuid[], :actors::uuid[], :kinds::text[], :links::text[],
                :keys::text[], :parameters::text[], :once::text[], :usual::text[])
              as n (id, recipient, actor, kind, link, key, parameters, once, usual)
            join identity i on i.person = n.recipient
            left join message_preference p on p.person = n.recipient and p.kind = n.kind
            cross join lateral (select coalesce(p.channel, n.usual) as channel) c
            cross join lateral (select :sending and %s as open) g
            where n.recipient is distinct from n.actor and c.channel <> 'none'
            on conflict do nothing
            """
                .formatted(MailGate.open("n.recipient")))
        .param("sending", settings.ready())
        .param("today", people.today())
        .param("ids", told.stream().map(_ -> ids.next()).toArray(UUID[]::new))
        .param("recipients", told.stream().map(Notice::recipient).toArray(UUID[]::new))
        .param("actors", told.stream().map(Notice::actor).toArray(UUID[]::new))
        .param("kinds", texts(told, Notice::kind))
        .param("links", texts(told, Notice::link))
        .param("keys", texts(told, Notice::key))
        .param("parameters", texts(told, each -> json.writeValueAsString(each.parameters())))
        .param("once", texts(told, Notice::once))
        .param("usual", texts(told, each -> usual(kinds, each)))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private static String usual(Map<String, MessageKind> kinds, Notice told) {
    return Objects.requireNonNull(kinds.get(told.kind())).usual().code();
  }

  private static @Nullable String[] texts(
      List<Notice> told, Function<Notice, @Nullable String> part) {
    return told.stream().map(part).toArray(String[]::new);
  }

  /// What a person was told, as it is kept.
  ///
  /// @param actorName null where nobody did it, or where they were erased
  record Told(
      UUID id,
      String kind,
      @Nullable UUID actor,
      @Nullable String actorName,
      String link,
      String key,
      List<String> parameters,
      Instant toldAt,
      @Nullable Instant readAt) {}

  /// The person's inbox, the latest first.
  ///
  /// @param before the id behind which the page begins; null for the first
  List<Told> inbox(UUID person, boolean unreadOnly, @Nullable UUID before, int limit) {
    return database
        .sql(
            """
            select n.id, n.kind, n.actor, i.name as actor_name, n.link, n.key, n.parameters, n.told_at, n.read_at
            from notice n left join identity i on i.person = n.actor
            where n.recipient = :person and n.in_inbox and (n.read_at is null or not :unread)
              and (:before::uuid is null or n.id < :before::uuid)
            order by n.id desc limit :limit
            """)
        .param("person", person)
        .param("unread", unreadOnly)
        .param("before", before)
        .param("limit", limit)
        .query(this::told)
        .list();
  }

  Optional<Told> find(UUID person, UUID notice) {
    return database
        .sql(
            """
            select n.id, n.kind, n.actor, i.name as actor_name, n.link, n.key, n.parameters, n.told_at, n.read_at
            from notice n left join identity i on i.person = n.actor
            where n.recipient = :person and n.in_inbox and n.id = :notice
            """)
        .param("person", person)
        .param("notice", notice)
        .query(this::told)
        .optional();
  }

  private Told told(ResultSet row, int number) throws SQLException {
    Timestamp read = row.getTimestamp("read_at");
    return new Told(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("actor", UUID.class),
        row.getString("actor_name"),
        row.getString("link"),
        row.getString("key"),
        Arrays.asList(json.readValue(row.getString("parameters"), String[].class)),
        row.getTimestamp("told_at").toInstant(),
        read == null ? null : read.toInstant());
  }

  int unread(UUID person) {
    return database
        .sql("select " + Inbox.unreadOf(":person"))
        .param("person", person)
        .query(Integer.class)
        .single();
  }

  void read(UUID person, UUID notice) {
    database
        .sql(
            """
            update notice set read_at = :now
            where recipient = :person and id = :notice and read_at is null and in_inbox
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("person", person)
        .param("notice", notice)
        .update();
  }

  /// Marks all that the person has not read.
  ///
  /// @return which
  List<UUID> readAll(UUID person) {
    return database
        .sql(
            """
            update notice set read_at = :now where recipient = :person and read_at is null and in_inbox
            returning id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("person", person)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  void unread(UUID person, List<UUID> notices) {
    database
        .sql("update notice set read_at = null where recipient = :person and id = any(:notices)")
        .param("person", person)
        .param("notices", notices.toArray(UUID[]::new))
        .update();
  }

  /// A person with something to be mailed, and when they want it.
  ///
  /// @param oldest when they were told the first of it
  record Waiting(UUID person, Rhythm rhythm, PersonalClock clock, Instant oldest) {}

  /// Locks the people for whom something is due to be looked at.
  ///
  /// @param zone of the organisation
  List<Waiting> waiting(ZoneId zone, int limit) {
    return database
        .sql(
            """
            with due as (
              select recipient, min(told_at) as oldest from (
                select n.recipient, n.told_at from notice n
                where n.recipient in (select d.recipient from notice d where d.mail_due <= :now order by d.mail_due limit :limit)
                  and n.mail_due is not null
                order by n.id for update of n skip locked) locked
              group by recipient)
            select due.recipient, due.oldest, coalesce(r.rhythm, 'at-once') as rhythm, r.quiet_from, r.quiet_until, r.zone
            from due left join message_rhythm r on r.person = due.recipient
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("limit", limit)
        .query((row, _) -> {
          String own = row.getString("zone");
          return new Waiting(
              row.getObject("recipient", UUID.class),
              Rhythm.of(row.getString("rhythm")),
              new PersonalClock(
                  own == null ? zone : ZoneId.of(own),
                  row.getObject("quiet_from", LocalTime.class),
                  row.getObject("quiet_until", LocalTime.class)),
              row.getTimestamp("oldest").toInstant());
        })
        .list();
  }

  /// Looks at them again then.
  void postpone(Map<UUID, Instant> until) {
    database
        .sql(
            """
            update notice n set mail_due = u.until from unnest(:persons::uuid[], :until::timestamptz[]) as u (person, until)
            where n.recipient = u.person and n.mail_due is not null
            """)
        .param("persons", until.keySet().toArray(UUID[]::new))
        .param("until", until.values().stream().map(Timestamp::from).toArray(Timestamp[]::new))
        .update();
  }

  /// All that is to be mailed to these people, the earliest first; it is not mailed again.
  Map<UUID, List<Told>> gathered(Collection<UUID> persons) {
    record Of(UUID person, Told told) {}
    return database
        .sql(
            """
            with taken as (
              update notice set mail_due = null where recipient = any(:persons) and mail_due is not null
              returning id, recipient, kind, actor, link, key, parameters, told_at, read_at)
            select t.*, i.name as actor_name from taken t left join identity i on i.person = t.actor order by t.id
            """)
        .param("persons", persons.toArray(UUID[]::new))
        .query((row, number) -> new Of(row.getObject("recipient", UUID.class), told(row, number)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(Of::person, Collectors.mapping(Of::told, Collectors.toList())));
  }

  /// Nothing that waits for these people is mailed: mail may not reach them.
  void keepBack() {
    database
        .sql(
            """
            update notice n set mail_due = null, in_inbox = true
            where n.mail_due is not null and not %s
            """
                .formatted(MailGate.open("n.recipient")))
        .param("today", people.today())
        .update();
  }

  /// Throws away what was told before the moment.
  ///
  /// @return how many
  int forget(Instant before) {
    return database
        .sql(
            "delete from notice where told_at < :before and "
                + LegalHoldSql.free("notice.recipient"))
        .param("before", Timestamp.from(before))
        .update();
  }
}
