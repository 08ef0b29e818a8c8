package io.fairlead.app.feedback;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// A person may take along what was published about them, as soon as they can read it, and that they
/// were asked; what others were told about, and what they themselves wrote once it is sealed, cannot
/// be found under any name. Whoever takes it along for somebody else is told neither what a report
/// says nor who would rather not answer: raters were told who learns it.
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
            "feedback_comment.confirmed_by"));
  }
}
