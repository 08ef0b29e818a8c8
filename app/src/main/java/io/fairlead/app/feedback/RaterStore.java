package io.fairlead.app.feedback;

import io.fairlead.app.feedback.Rater.ChosenBy;
import io.fairlead.methods.instruments.Relationship;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `feedback_rater` and `feedback_guest`, for those who choose raters.
@Component
class RaterStore {
  private static final String COLUMNS =
      """
      select fr.*, coalesce(i.name, g.name) as name from feedback_rater fr left join identity i on i.person = fr.person
      left join feedback_guest g on g.id = fr.guest
      """;

  private final JdbcClient database;

  RaterStore(JdbcClient database) {
    this.database = database;
  }

  /// Of one subject, by name.
  List<Rater> of(UUID subject) {
    return database
        .sql(COLUMNS + " where fr.subject = :subject order by coalesce(i.name, g.name), fr.id")
        .param("subject", subject)
        .query((row, _) -> rater(row))
        .list();
  }

  /// Somebody from outside whom a reviewee proposed is asked once the list is settled: nobody else
  /// knows whether the address is not the reviewee's own.
  private static final String UNSETTLED_GUEST =
      "fr.guest is not null and fr.chosen_by = 'reviewee' and fs.nominations <> 'settled'";

  /// Of a whole round, those who would be asked if it opened now, or are.
  List<Rater> ofRound(UUID round) {
    return database
        .sql(
            COLUMNS
                + " join feedback_subject fs on fs.id = fr.subject where fs.round = :round"
                + " and (fr.state = 'asked' or fr.state = 'proposed' and not ("
                + UNSETTLED_GUEST
                + ")) order by fr.subject, fr.id")
        .param("round", round)
        .query((row, _) -> rater(row))
        .list();
  }

  Optional<Rater> find(UUID subject, UUID id) {
    return database
        .sql(COLUMNS + " where fr.subject = :subject and fr.id = :id")
        .param("subject", subject)
        .param("id", id)
        .query((row, _) -> rater(row))
        .optional();
  }

  /// Whoever was taken off or declined before is there again.
  void propose(UUID subject, UUID person, Relationship relationship, ChosenBy by) {
    database
        .sql(
            """
            insert into feedback_rater (id, subject, person, relationship, chosen_by, state)
            values (gen_random_uuid(), :subject, :person, :relationship, :by, 'proposed')
            on conflict (subject, person) do update set state = 'proposed', relationship = excluded.relationship,
              chosen_by = excluded.chosen_by
            where feedback_rater.state = 'taken-off'
            """)
        .param("subject", subject)
        .param("person", person)
        .param("relationship", relationship.code())
        .param("by", by.code())
        .update();
  }

  /// @param guest of the round, made where there is none with the address
  void proposeGuest(UUID round, UUID subject, String name, String email, ChosenBy by) {
    database
        .sql(
            """
            with guest as (
              insert into feedback_guest (id, round, name, email) values (gen_random_uuid(), :round, :name, :email)
              on conflict (round, email) do update set name = feedback_guest.name returning id)
            insert into feedback_rater (id, subject, guest, relationship, chosen_by, state)
            select gen_random_uuid(), :subject, guest.id, 'other', :by, 'proposed' from guest
            on conflict (subject, guest) do nothing
            """)
        .param("round", round)
        .param("subject", subject)
        .param("name", name)
        .param("email", email.toLowerCase(Locale.ROOT))
        .param("by", by.code())
        .update();
  }

  /// Whether the address is somebody's who works here, or did.
  boolean knows(String email) {
    return database
        .sql("select exists (select 1 from identity where lower(email) = lower(:email)) as known")
        .param("email", email)
        .query((row, _) -> row.getBoolean("known"))
        .single();
  }

  void takeOff(UUID id) {
    database
        .sql("update feedback_rater set state = 'taken-off', slip = null where id = :id")
        .param("id", id)
        .update();
  }

  /// Themselves and their manager, who are asked in any case where the round asks such; and by the
  /// rule those who report to them on that day, who may be asked.
  void insertByRule(UUID round, LocalDate day) {
    database
        .sql(
            """
            insert into feedback_rater (id, subject, person, relationship, chosen_by, state)
            select gen_random_uuid(), s.id, r.person, r.relationship, 'rule', r.state from feedback_subject s
            join feedback_round t on t.id = s.round
            cross join lateral (
              select s.person, 'self' as relationship, 'asked' as state where t.asks_self
              union all select s.manager, 'manager', 'asked' where t.asks_manager and s.manager is not null
              union all select l.person, 'report', 'proposed' from reporting_line l
                join employment e on e.person = l.person and e.during @> :day
                where t.reports > 0 and l.manager = s.person and l.during @> :day
            ) r
            where s.round = :round
            """)
        .param("round", round)
        .param("day", day)
        .update();
  }

  /// Themselves, and everybody else of the round: a manager among them by name, since they may be a
  /// reader.
  void insertContributors(UUID round, LocalDate day) {
    database
        .sql(
            """
            insert into feedback_rater (id, subject, person, relationship, chosen_by, state)
            select gen_random_uuid(), s.id, o.person,
              case when o.person = s.person then 'self' when o.person = s.manager then 'manager'
                when theirs.unit is not distinct from own.unit then 'peer' else 'crossfunctional' end,
              'rule', case when o.person in (s.person, s.manager) then 'asked' else 'proposed' end
            from feedback_subject s join feedback_subject o on o.round = s.round
            join employment own on own.person = s.person and own.during @> :day
            join employment theirs on theirs.person = o.person and theirs.during @> :day
            join feedback_round t on t.id = s.round
            where s.round = :round and (t.asks_self or o.person <> s.person)
              and (t.asks_manager or o.person is distinct from s.manager)
            """)
        .param("round", round)
        .param("day", day)
        .update();
  }

  /// Whom `s.person`, whose manager is `s.manager`, works with, and how closely; one row a tie.
  private static final String TIES =
      """
      select o.person, 2 as ties from membership m join membership o on o.team = m.team and o.during @> :day
        where m.person = s.person and m.during @> :day
      union all
      select l.person, 1 from reporting_line l where l.manager = s.manager and l.during @> :day
      union all
      select k.owner, 2 from objective ob join key_result k on k.objective = ob.id
        where ob.accountable = s.person and ob.visibility = 'public' and k.owner is not null
      union all
      select ob.accountable, 2 from key_result k join objective ob on ob.id = k.objective
        where k.owner = s.person and ob.visibility = 'public'
      """;

  /// How many people somebody works with and how many report to them, with the unit they are in.
  ///
  /// @param reports 0 for whoever leads nobody
  record Surroundings(UUID person, UUID unit, int colleagues, int reports) {}

  List<Surroundings> surroundings(Collection<UUID> people, LocalDate day) {
    return database
        .sql(
            """
            select s.person, s.unit,
              (select count(distinct w.person) from (%s) w
                join employment e on e.person = w.person and e.during @> :day
                where w.person <> s.person and w.person is distinct from s.manager) as colleagues,
              (select count(*) from reporting_line l join employment e on e.person = l.person and e.during @> :day
                where l.manager = s.person and l.during @> :day) as reports
            from (select e.person, e.unit, l.manager from employment e
              left join reporting_line l on l.person = e.person and l.during @> :day
              where e.during @> :day and e.person = any(:people)) s
            order by s.person
            """
                .formatted(TIES))
        .param("day", day)
        .param("people", people.toArray(UUID[]::new))
        .query((row, _) ->
            new Surroundings(
                row.getObject("person", UUID.class),
                row.getObject("unit", UUID.class),
                row.getInt("colleagues"),
                row.getInt("reports")))
        .list();
  }

  /// Who works with whom: in a team, for the same manager, or on the same objective. For one
  /// subject or a whole round; without those who are there already.
  record Suggestion(UUID subject, UUID person, @Nullable String name, int ties) {}

  List<Suggestion> suggestions(@Nullable UUID subject, UUID round, LocalDate day, int each) {
    return database
        .sql(
            """
            select s.id as subject, t.person, i.name, t.ties from feedback_subject s
            cross join lateral (
              select w.person, sum(w.ties)::int as ties from (
                %s
              ) w
              where w.person <> s.person and w.person is distinct from s.manager
                and exists (select 1 from employment e where e.person = w.person and e.during @> :day)
                and not exists (select 1 from feedback_rater fr where fr.subject = s.id and fr.person = w.person)
              group by w.person order by 2 desc, w.person limit :each
            ) t
            join identity i on i.person = t.person
            where s.round = :round and (cast(:subject as uuid) is null or s.id = :subject)
            order by s.id, t.ties desc, i.name
            """
                .formatted(TIES))
        .param("subject", subject)
        .param("round", round)
        .param("day", day)
        .param("each", each)
        .query((row, _) ->
            new Suggestion(
                row.getObject("subject", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getInt("ties")))
        .list();
  }

  /// Forgets those who were only proposed and are not assigned.
  void keep(UUID round, Collection<UUID> assigned) {
    database
        .sql(
            """
            delete from feedback_rater fr using feedback_subject fs where fs.id = fr.subject and fs.round = :round
              and fr.state = 'proposed' and fr.id <> all(:assigned)
            """)
        .param("round", round)
        .param("assigned", assigned.toArray(UUID[]::new))
        .update();
  }

  /// Takes off whoever is not asked because nobody settled that they are.
  void takeOffUnsettled(UUID round) {
    database
        .sql(
            """
            update feedback_rater fr set state = 'taken-off' from feedback_subject fs
            where fs.id = fr.subject and fs.round = :round and fr.state = 'proposed' and\
            """
                + " "
                + UNSETTLED_GUEST)
        .param("round", round)
        .update();
  }

  /// Asks whoever is left, each under a random name for what they write.
  void ask(UUID round) {
    database
        .sql(
            """
            update feedback_rater fr set state = 'asked', slip = gen_random_uuid() from feedback_subject fs
            where fs.id = fr.subject and fs.round = :round and fr.state in ('proposed', 'asked')
            """)
        .param("round", round)
        .update();
  }

  /// By whom the ledger knows the subject as: everybody who was asked and has a slip, by slip.
  Map<UUID, Map<UUID, RoundWork.Asked>> asked(UUID round) {
    Map<UUID, Map<UUID, RoundWork.Asked>> asked = new HashMap<>();
    database
        .sql(
            """
            select coalesce(fs.person, fs.unit, fs.objective) as subject, fr.slip, fr.person, g.email, fr.relationship, fr.chosen_by
            from feedback_subject fs join feedback_rater fr on fr.subject = fs.id left join feedback_guest g on g.id = fr.guest
            where fs.round = :round and fr.slip is not null
            """)
        .param("round", round)
        .query((row, _) -> {
          UUID person = row.getObject("person", UUID.class);
          return asked
              .computeIfAbsent(row.getObject("subject", UUID.class), _ -> new HashMap<>())
              .put(
                  row.getObject("slip", UUID.class),
                  new RoundWork.Asked(
                      person == null ? known(row.getString("email")) : person,
                      Relationship.find(row.getString("relationship")).orElseThrow(),
                      ChosenBy.of(row.getString("chosen_by")) == ChosenBy.REVIEWEE));
        })
        .list();
    return asked;
  }

  /// Who was asked, by whom the ledger knows them as: for packages of an escrow alone, without what
  /// they are to whom they were asked about.
  Map<UUID, EscrowWriter> names(UUID round) {
    Map<UUID, EscrowWriter> names = new HashMap<>();
    database
        .sql(
            """
            select distinct fr.person, i.name, g.id as guest, g.name as guest_name, g.email
            from feedback_subject fs join feedback_rater fr on fr.subject = fs.id
            left join identity i on i.person = fr.person left join feedback_guest g on g.id = fr.guest
            where fs.round = :round and fr.slip is not null
            """)
        .param("round", round)
        .query((row, _) -> {
          UUID person = row.getObject("person", UUID.class);
          return person == null
              ? names.put(
                  known(row.getString("email")),
                  new EscrowWriter(
                      true,
                      row.getObject("guest", UUID.class),
                      "%s <%s>".formatted(row.getString("guest_name"), row.getString("email")),
                      ""))
              : names.put(
                  person,
                  new EscrowWriter(
                      false, person, Objects.requireNonNullElse(row.getString("name"), ""), ""));
        })
        .list();
    return names;
  }

  /// By whom the ledger knows a guest as.
  private static UUID known(String email) {
    return UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
  }

  /// How often each reason to decline was given in a round that is over; while it runs nobody is
  /// told, since who looks twice would know who it was.
  Map<DeclineReason, Integer> declined(UUID round) {
    Map<DeclineReason, Integer> counts = new EnumMap<>(DeclineReason.class);
    database
        .sql("select reason, times from feedback_decline where round = :round")
        .param("round", round)
        .query((row, _) ->
            counts.put(
                DeclineReason.find(row.getString("reason")).orElseThrow(), row.getInt("times")))
        .list();
    return counts;
  }

  /// What could lead from who was asked to what was written goes, and so does who would rather not:
  /// of that the counts stay.
  void forgetSlips(UUID round) {
    database
        .sql("select feedback_forget_slips(:round)")
        .param("round", round)
        .query((_, _) -> round)
        .single();
    database
        .sql(
            """
            delete from feedback_guest_link l using feedback_guest g where g.id = l.guest and g.round = :round
            """)
        .param("round", round)
        .update();
  }

  private static Rater rater(ResultSet row) throws SQLException {
    return new Rater(
        row.getObject("id", UUID.class),
        row.getObject("subject", UUID.class),
        row.getObject("person", UUID.class),
        row.getObject("guest", UUID.class),
        row.getString("name"),
        Relationship.find(row.getString("relationship")).orElseThrow(),
        ChosenBy.of(row.getString("chosen_by")),
        Rater.State.find(row.getString("state")).orElseThrow());
  }
}
