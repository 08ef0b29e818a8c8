package io.fairlead.app.feedback;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who is asked in a follow-up: everybody who was asked about the same reviewee in the round that
/// it follows, whether or not they answered or would rather not have, as long as they work here.
@Component
class FollowUpStore {
  private final JdbcClient database;

  FollowUpStore(JdbcClient database) {
    this.database = database;
  }

  /// Reviewees of the round who work here, and about whom no follow-up of it is under way.
  List<UUID> reviewees(UUID followed, LocalDate day) {
    return database
        .sql(
            """
            select s.person from feedback_subject s join employment e on e.person = s.person and e.during @> :day
            where s.round = :followed and not exists (
              select from feedback_subject o join feedback_round r on r.id = o.round
              where r.follows = :followed and o.person = s.person and r.state not in ('published', 'stopped'))
              and exists (select from feedback_rater fr where fr.subject = s.id)
            order by s.person
            """)
        .param("followed", followed)
        .param("day", day)
        .query((row, _) -> row.getObject("person", UUID.class))
        .list();
  }

  FollowUpReach reach(UUID round) {
    return database
        .sql(
            """
            select count(distinct coalesce(r.person, r.guest)) as raters, count(*) as sheets
            from feedback_rater r join feedback_subject s on s.id = r.subject where s.round = :round
              and r.state in ('asked', 'declined')
            """)
        .param("round", round)
        .query((row, _) -> new FollowUpReach(row.getInt("raters"), row.getInt("sheets")))
        .single();
  }

  /// Takes reviewees and raters over from the round that is followed. A manager who is none any
  /// more neither rates nor reads, and a new one was never promised to raters as a reader.
  void takeOver(UUID round, Collection<UUID> people, LocalDate day) {
    database
        .sql(
            """
            insert into feedback_subject (id, round, person, manager, nominations)
            select gen_random_uuid(), r.id, s.person,
              (select l.manager from reporting_line l where l.person = s.person and l.manager = s.manager and l.during @> :day),
              'settled'
            from feedback_round r join feedback_subject s on s.round = r.follows
            where r.id = :round and s.person = any(:people) and not exists (
              select from feedback_subject o join feedback_round w on w.id = o.round
              where w.follows = r.follows and w.id <> r.id and o.person = s.person
                and w.state not in ('published', 'stopped'))
            """)
        .param("round", round)
        .param("people", people.toArray(UUID[]::new))
        .param("day", day)
        .update();
    database
        .sql(
            """
            insert into feedback_guest (id, round, name, email)
            select gen_random_uuid(), n.id, g.name, g.email from feedback_round n
            join feedback_guest g on g.round = n.follows
            where n.id = :round and exists (
              select from feedback_rater r join feedback_subject b on b.id = r.subject
              join feedback_subject s on s.round = n.id and s.person = b.person
              where r.guest = g.id and r.state in ('asked', 'declined'))
            """)
        .param("round", round)
        .update();
    database
        .sql(
            """
            insert into feedback_rater (id, subject, person, guest, relationship, chosen_by, state)
            select gen_random_uuid(), s.id, r.person, g.id, r.relationship, r.chosen_by, 'asked'
            from feedback_round n join feedback_subject s on s.round = n.id
            join feedback_subject b on b.round = n.follows and b.person = s.person
            join feedback_rater r on r.subject = b.id and r.state in ('asked', 'declined')
            left join feedback_guest f on f.id = r.guest left join feedback_guest g on g.round = n.id and g.email = f.email
            where n.id = :round
              and (r.guest is not null
                or exists (select from employment e where e.person = r.person and e.during @> :day))
              and (r.relationship <> 'manager' or r.person = s.manager)
            """)
        .param("round", round)
        .param("day", day)
        .update();
  }
}
