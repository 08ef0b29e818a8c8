package io.fairlead.app.feedback;

import io.fairlead.app.people.LegalHoldSql;
import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.personal.RetainedRecord;
import io.fairlead.methods.disclosure.Ledger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// A person may take along what was published about them, as soon as they can read it, and that
/// they were asked; what others were told about, and what they themselves wrote once it is sealed,
/// cannot be found under any name. Whoever takes it along for somebody else is told neither what a
/// report says nor who would rather not answer: raters were told who learns it.
@Component
class FeedbackPersonalData implements PersonalData {
  private final ReportStore reports;

  FeedbackPersonalData(ReportStore reports) {
    this.reports = reports;
  }

  @Override
  public Map<String, Object> parameters(UUID person, UUID reader) {
    boolean own = person.equals(reader);
    return Map.of(
        "feedback_own",
        own,
        "feedback_open",
        own ? reports.openTo(person).toArray(UUID[]::new) : new UUID[0]);
  }

  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.staying(
            "feedback-rounds",
            """
            select name, kind, purpose, state, opens, closes from feedback_round
            where owner = :person or created_by = :person or steward = :person
              or escrow_first = :person or escrow_second = :person order by closes
            """,
            "feedback_round.owner",
            "feedback_round.created_by",
            "feedback_round.steward",
            "feedback_round.escrow_first",
            "feedback_round.escrow_second"),
        PersonalRecord.going(
            "feedback-populations",
            """
            select r.name from feedback_population p join feedback_round r on r.id = p.round
            where p.person = :person order by r.closes
            """,
            "delete from feedback_population where person = :person",
            "feedback_population.person"),
        PersonalRecord.staying(
            "feedback-reports",
            """
            select r.name, fs.nominations, case when :feedback_own then fs.debrief_at end as debrief_at, p.published_on,
              o.scores, o.comments
            from feedback_subject fs join feedback_round r on r.id = fs.round
            left join feedback_report p on p.subject = fs.id
            left join lateral (
              select
                (select jsonb_agg(s.score || jsonb_build_object('blocks',
                    (select jsonb_agg(b.block - 'n' order by b.place)
                      from jsonb_array_elements(s.score -> 'blocks') with ordinality b (block, place))) order by s.place)
                  from jsonb_array_elements(p.scores -> 'scores') with ordinality s (score, place)) as scores,
                array(select c.words from feedback_comment c where c.subject = p.subject and c.confirmed_by is null
                  order by c.id) as comments
            ) o on p.subject = any(:feedback_open)
            where fs.person = :person order by r.closes, fs.id
            """,
            "feedback_subject.person",
            "feedback_subject.manager",
            "feedback_subject.debrief_with"),
        PersonalRecord.staying(
            "feedback-asked",
            """
            select r.name, fr.relationship,
              case when fr.state = 'declined' and not :feedback_own then 'asked' else fr.state end as state,
              case when :feedback_own then fr.declined_because end as declined_because
            from feedback_rater fr
            join feedback_subject fs on fs.id = fr.subject join feedback_round r on r.id = fs.round
            where fr.person = :person order by r.closes, fr.id
            """,
            "feedback_rater.person"),
        PersonalRecord.staying(
            "feedback-withheld",
            """
            select withheld_because from feedback_comment
            where withheld_by = :person or confirmed_by = :person order by id
            """,
            "feedback_comment.withheld_by",
            "feedback_comment.confirmed_by"),
        PersonalRecord.staying(
            "feedback-escrow-requests",
            """
            select r.name, q.because, q.state, q.asked_on from feedback_escrow_request q
            join feedback_round r on r.id = q.round
            where q.asked_by = :person or q.decided_by = :person order by q.asked_on, q.id
            """,
            "feedback_escrow_request.asked_by",
            "feedback_escrow_request.decided_by"));
  }

  /// Who was asked goes first; what was published, and the round when nothing of it is left, later.
  /// Who was counted together is needed as long as later reports are held against it, and three
  /// days more, since a day of the organisation is not one of the seal.
  @Override
  public List<RetainedRecord> retainedRecords() {
    String before = "cast(:before as timestamptz)";
    String ended =
        """
        r.state in ('published', 'stopped') and r.closes < %1$s::date
          and not exists (select from feedback_round f where f.follows = r.id and f.closes >= %1$s::date)
        """
            .formatted(before);
    String counted = before + " - interval '3 days'";
    return List.of(
        new RetainedRecord(
            "feedback-asked",
            Ledger.MONTHS,
            false,
            """
            select fr.id from feedback_rater fr join feedback_subject fs on fs.id = fr.subject
            join feedback_round r on r.id = fs.round
            where %s and (r.audience <> 'team' or not exists (select from feedback_report p where p.subject = fs.id))
              and %s and %s
            """
                .formatted(ended, LegalHoldSql.free("fr.person"), LegalHoldSql.free("fs.person")),
            """
            with gone as (delete from feedback_rater where id in ({due}) returning id, guest),
              guests as (delete from feedback_guest g where g.id in (select guest from gone) and not exists (
                select from feedback_rater fr where fr.guest = g.id and fr.id not in (select id from gone)))
            select id from gone
            """),
        new RetainedRecord(
            "feedback-ledger",
            Ledger.MONTHS,
            false,
            """
            select l.id from sealed.ledgers(%s) l (id)
            where not exists (select from feedback_subject fs left join feedback_rater fr on fr.subject = fs.id
              where fs.round = l.id and not (%s and %s))
            """
                .formatted(counted, LegalHoldSql.free("fs.person"), LegalHoldSql.free("fr.person")),
            "with due as ({due}) select sealed.forget_members(due.id, %s) from due"
                .formatted(counted),
            Ledger.MONTHS),
        new RetainedRecord(
            "feedback-reports",
            2 * Ledger.MONTHS,
            false,
            """
            select fs.id from feedback_subject fs join feedback_round r on r.id = fs.round
            where %s and %s and %s and %s
              and not exists (select from feedback_rater fr where fr.subject = fs.id and not %s)
              and not exists (select from feedback_comment c where c.subject = fs.id and not (%s and %s))
            """
                .formatted(
                    ended,
                    LegalHoldSql.free("fs.person"),
                    LegalHoldSql.free("fs.manager"),
                    LegalHoldSql.free("fs.debrief_with"),
                    LegalHoldSql.free("fr.person"),
                    LegalHoldSql.free("c.withheld_by"),
                    LegalHoldSql.free("c.confirmed_by")),
            """
            with gone as (
                delete from feedback_subject where id in ({due})
                returning id, round, coalesce(person, unit, objective) as about),
              guests as (delete from feedback_guest g where g.round in (select round from gone) and not exists (
                select from feedback_rater fr where fr.guest = g.id and fr.subject not in (select id from gone)))
            select sealed.forget_answers(round, about) from gone
            """),
        new RetainedRecord(
            "feedback-rounds",
            2 * Ledger.MONTHS,
            false,
            """
            select r.id from feedback_round r
            where r.state in ('draft', 'published', 'stopped') and r.closes < %s::date
              and not exists (select from feedback_subject fs where fs.round = r.id)
              and not exists (select from feedback_round f where f.follows = r.id)
              and not exists (select from feedback_population p where p.round = r.id and not %s)
              and %s and %s and %s
            """
                .formatted(
                    before,
                    LegalHoldSql.free("p.person"),
                    LegalHoldSql.free("r.owner"),
                    LegalHoldSql.free("r.created_by"),
                    LegalHoldSql.free("r.steward")),
            "delete from feedback_round where id in ({due})"));
  }
}
