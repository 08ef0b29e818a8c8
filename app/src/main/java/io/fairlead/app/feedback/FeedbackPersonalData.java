package io.fairlead.app.feedback;

import io.fairlead.app.people.LegalHoldSql;
import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.personal.RetainedRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// A person may take along what was published about them and that they were asked; what others were
/// told about, and what they themselves wrote once it is sealed, cannot be found under any name.
@Component
class FeedbackPersonalData implements PersonalData {
  /// Days after which every report can be opened, weekends and a steward's days included: nobody
  /// reads theirs by asking for all that is stored of them before.
  private static final int OPEN_AFTER = 9;

  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.staying(
            "feedback-rounds",
            """
            select name, kind, purpose, state, opens, closes from feedback_round
            where owner = :person or created_by = :person or steward = :person order by closes
            """,
            "feedback_round.owner",
            "feedback_round.created_by",
            "feedback_round.steward"),
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
            select r.name, fs.nominations, fs.debrief_at, p.scores, p.published_on,
              array(select c.words from feedback_comment c where c.subject = p.subject and c.confirmed_by is null
                order by c.id) as comments
            from feedback_subject fs join feedback_round r on r.id = fs.round
            left join feedback_report p on p.subject = fs.id and p.published_on <= current_date - %d
            where fs.person = :person order by r.closes
            """
                .formatted(OPEN_AFTER),
            "feedback_subject.person",
            "feedback_subject.manager",
            "feedback_subject.debrief_with"),
        PersonalRecord.staying(
            "feedback-asked",
            """
            select r.name, fr.relationship, fr.state, fr.declined_because from feedback_rater fr
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
            "feedback_comment.confirmed_by"));
  }

  /// Guests have no account that could be erased: their names and addresses go by the
  /// organisation's time, and a follow-up finds nobody to ask any more.
  @Override
  public List<RetainedRecord> retainedRecords() {
    return List.of(
        new RetainedRecord(
            "feedback-guests",
            18,
            false,
            """
            select g.id from feedback_guest g join feedback_round r on r.id = g.round
            where r.state in ('published', 'stopped') and r.closes < cast(:before as timestamptz)::date
              and not exists (select 1 from feedback_rater fr join feedback_subject fs on fs.id = fr.subject
                where fr.guest = g.id and not %s)
            """
                .formatted(LegalHoldSql.free("fs.person")),
            "delete from feedback_guest where id in ({due})"));
  }
}
