package io.fairlead.app.growth;

import io.fairlead.app.people.LegalHoldSql;
import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.personal.RetainedRecord;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What somebody learns and works on is theirs and goes with them. Which lessons they did is told
/// to them alone, whoever else takes their data along: a round of feedback may ask for one before
/// the first answer, so that the day of it would say who has answered, and when.
@Component
class GrowthPersonalData implements PersonalData {
  @Override
  public Map<String, Object> parameters(UUID person, UUID reader) {
    return Map.of("growth_own", person.equals(reader));
  }

  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.going(
            "lessons",
            "select lesson, edition, at from lesson_done where person = :person and :growth_own"
                + " order by at, lesson",
            "delete from lesson_done where person = :person",
            "lesson_done.person"),
        PersonalRecord.going(
            "development-plan",
            """
            select f.id, f.behaviour, f.doing, f.support, f.success, f.starts, f.review, f.state, f.ended_at, f.learned,
              f.shared, (select json_agg(json_build_object('text', a.text, 'due', a.due, 'done_on', a.done_on)
                order by a.place) from focus_action a where a.focus = f.id)::text as actions,
              (select json_agg(json_build_object('at', n.at, 'text', n.text) order by n.at, n.id)
                from focus_note n where n.focus = f.id)::text as notes
            from development_focus f where f.person = :person order by f.created_at, f.id
            """,
            "delete from development_focus where person = :person",
            "development_focus.person"),
        PersonalRecord.going(
            "prepared-conversations",
            """
            select id, situation, booked_at, held_on, follow_up, closed_at, created_at from prepared_conversation
            where owner = :person order by created_at, id
            """,
            "delete from prepared_conversation where owner = :person",
            "prepared_conversation.owner"),
        PersonalRecord.going(
            "about-conversations",
            "select id from prepared_conversation where about = :person and false",
            "delete from prepared_conversation where about = :person",
            "prepared_conversation.about"));
  }

  @Override
  public List<RetainedRecord> retainedRecords() {
    return List.of(
        new RetainedRecord(
            "prepared-conversations",
            24,
            false,
            """
            select c.id from prepared_conversation c where c.changed_at < :before and %s and %s
            """
                .formatted(LegalHoldSql.free("c.about"), LegalHoldSql.free("c.owner")),
            "delete from prepared_conversation where id in ({due})"));
  }
}
