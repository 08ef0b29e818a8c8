package io.fairlead.app.measures;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// What a business measures stays, with who said it under no name; the figures of one person go
/// with them.
@Component
class MeasuresPersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.staying(
            "measures",
            """
            select m.id, m.name, m.definition, m.decision, m.pays, m.owner = :person as owns, m.created_at, m.retired_at
            from measure m where m.owner = :person or m.created_by = :person order by m.created_at, m.id
            """,
            "measure.owner",
            "measure.created_by",
            "measure_version.by_person",
            "measure_target.by_person"),
        PersonalRecord.staying(
            "measure-values",
            """
            select m.name, s.dimension, s.slice, v.day, v.value, v.at from measure_value v
            join measure_series s on s.id = v.series join measure m on m.id = s.measure
            where v.by_person = :person order by v.at, m.name, v.day
            """,
            "measure_value.by_person"),
        PersonalRecord.staying(
                "measure-events",
                """
                select m.name, e.day, e.words, e.rebases, e.at, e.withdrawn_at from measure_event e
                join measure m on m.id = e.measure where e.by_person = :person order by e.at, e.id
                """,
                "measure_event.by_person",
                "measure_event.withdrawn_by")
            .emptying("update measure_event set words = '[…]' where by_person = :person"),
        PersonalRecord.staying(
                "measure-answers",
                """
                select m.name, a.kind, a.rule, a.day, a.value, a.answer, a.answered_at from measure_alert a
                join measure m on m.id = a.measure where a.answered_by = :person order by a.answered_at, a.id
                """,
                "measure_alert.answered_by")
            .emptying("update measure_alert set answer = '[…]' where answered_by = :person"),
        PersonalRecord.staying(
            "rubrics",
            """
            select m.name, v.version, v.from_day, v.points, v.items, v.at from rubric_version v
            join measure m on m.id = v.measure where v.by_person = :person order by v.at, m.name
            """,
            "rubric_version.by_person"),
        PersonalRecord.staying(
            "rubric-samples",
            """
            select m.name, s.day, s.added_at, s.withdrawn_at from rubric_sample s join measure m on m.id = s.measure
            where s.added_by = :person or s.withdrawn_by = :person order by s.added_at, s.id
            """,
            "rubric_sample.added_by",
            "rubric_sample.withdrawn_by"),
        PersonalRecord.going(
            "rubric-authored",
            """
            select m.name, s.title, s.reference, s.day from rubric_sample s join measure m on m.id = s.measure
            where s.author = :person order by s.day, s.id
            """,
            "update rubric_sample set author = null, title = '[…]', reference = '' where author = :person",
            "rubric_sample.author"),
        PersonalRecord.going(
                "rubric-raters",
                """
                select distinct m.name from measure m where exists (
                  select from rubric_rater r where r.measure = m.id and r.person = :person)
                or exists (select from rubric_sample s join rubric_sample_rater r on r.sample = s.id
                  where s.measure = m.id and r.person = :person) order by m.name
                """,
                "delete from rubric_rater where person = :person",
                "rubric_rater.person",
                "rubric_sample_rater.person")
            .erasing(
                """
                delete from rubric_sample_rater r where r.person = :person
                  and not exists (select from rubric_score c where c.sample = r.sample and c.rater = r.person)
                """),
        PersonalRecord.staying(
                "rubric-scores",
                """
                select m.name, s.title, s.day, c.correction, c.marks, c.note, c.at from rubric_score c
                join rubric_sample s on s.id = c.sample join measure m on m.id = s.measure
                where c.rater = :person order by c.at, s.id
                """,
                "rubric_score.rater")
            .emptying("update rubric_score set note = '' where rater = :person"),
        PersonalRecord.going(
            "measure-imports",
            "select file_name, at, applied_at from measure_import where by_person = :person order by at, id",
            "delete from measure_import where by_person = :person",
            "measure_import.by_person"),
        PersonalRecord.going(
            "measure-people",
            """
            select m.name, p.enters from measure_person p join measure m on m.id = p.measure
            where p.person = :person order by m.name
            """,
            "delete from measure_person where person = :person",
            "measure_person.person"),
        PersonalRecord.going(
            "measured",
            """
            select m.name, s.dimension, v.day, v.correction, v.value from measure_series s
            join measure m on m.id = s.measure left join measure_value v on v.series = s.id
            where s.person = :person order by m.name, v.day, v.correction
            """,
            "delete from measure_series where person = :person",
            "measure_series.person"));
  }
}
