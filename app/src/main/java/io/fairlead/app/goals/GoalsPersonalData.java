package io.fairlead.app.goals;

import io.fairlead.app.people.LegalHoldSql;
import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.personal.RetainedRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// Goals and what was said of their progress are work that others built on: they stay, and so does
/// who they point at, without a name. Drafts that nobody else ever saw go.
@Component
class GoalsPersonalData implements PersonalData {
  /// Whose goal it is: theirs, or theirs to answer for.
  private static final String THEIRS =
      "(o.owner_person = :person or o.accountable = :person or o.delegate = :person)";

  /// A draft of this person that nothing hangs on.
  private static final String UNSEEN_DRAFT =
      """
      (o.state = 'draft' and not o.was_put_forward and o.owner_person = :person and o.accountable = :person
        and o.created_by = :person and o.delegate is null
        and not exists (select 1 from objective later where later.carried_from = o.id))\
      """;

  /// That the words belong to a goal of nobody who is under a legal hold.
  private static String free(String objective) {
    return """
    not exists (select 1 from objective theirs where theirs.id = %s and not (%s and %s))\
    """
        .formatted(
            objective,
            LegalHoldSql.free("theirs.accountable"),
            LegalHoldSql.free("theirs.owner_person"));
  }

  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.staying(
            "goal-measures",
            """
            select m.name, u.role, u.objective, u.at, u.ended_at from measure_use u join measure m on m.id = u.measure
            where u.by_person = :person or u.ended_by = :person order by u.at, u.id
            """,
            "measure_use.by_person",
            "measure_use.ended_by"),
        PersonalRecord.staying(
                "finding-waivers",
                """
                select o.title, w.rule, w.reason, w.at, w.ended_at from finding_waiver w join objective o on o.id = w.objective
                where w.by_person = :person or w.ended_by = :person order by w.at, w.id
                """,
                "finding_waiver.by_person",
                "finding_waiver.ended_by")
            .emptying("update finding_waiver set reason = '–' where by_person = :person"),
        PersonalRecord.staying(
            "objectives",
            """
            select o.id, y.name as cycle, o.title, o.why, o.question, o.kind, o.state, o.visibility, o.stands_alone_because,
              o.attributes, o.owner_person is not distinct from :person as owns, o.accountable = :person as answers_for,
              o.delegate is not distinct from :person as stands_in, o.created_at
            from objective o join cycle y on y.id = o.cycle where %s and not %s order by o.created_at, o.id
            """
                .formatted(THEIRS, UNSEEN_DRAFT),
            "objective.owner_person",
            "objective.accountable",
            "objective.delegate",
            "objective.created_by"),
        PersonalRecord.going(
            "goal-drafts",
            """
            select o.id, y.name as cycle, o.title, o.why, o.question, o.kind, o.wishes, o.created_at
            from objective o join cycle y on y.id = o.cycle where %s order by o.created_at, o.id
            """
                .formatted(UNSEEN_DRAFT),
            "delete from objective o where " + UNSEEN_DRAFT),
        PersonalRecord.staying(
            "key-results",
            """
            select k.id, k.objective, k.title, k.kind, k.baseline, k.target, k.unit, k.weight, k.due, k.guardrail,
              k.owner is not distinct from :person as owns
            from key_result k join objective o on o.id = k.objective
            where k.owner = :person or %s order by k.objective, k.position
            """
                .formatted(THEIRS),
            "key_result.owner"),
        PersonalRecord.staying(
            "goal-wordings",
            """
            select objective, version, document, at from objective_version where by_person = :person order by at, objective
            """,
            "objective_version.by_person"),
        PersonalRecord.staying(
                "goal-steps",
                "select objective, state, at, reason from objective_state where by_person = :person order by at, id",
                "objective_state.by_person")
            .emptying(
                "update objective_state set reason = '' where by_person = :person and "
                    + free("objective")),
        PersonalRecord.staying(
                "check-ins",
                """
                select c.id, k.title as key_result, c.key_result as key_result_id, c.day, c.value, c.done, c.confidence,
                  c.note, c.no_change, c.takes_back, c.at
                from check_in c join key_result k on k.id = c.key_result where c.by_person = :person order by c.at, c.id
                """,
                "check_in.by_person",
                "key_result_track.last_by")
            .emptying(
                "update check_in c set note = '' from key_result k where k.id = c.key_result and c.by_person = :person and "
                    + free("k.objective")),
        PersonalRecord.staying(
                "negotiations",
                """
                select child, parent, move, share, is_primary, note, at from alignment_move
                where by_person = :person order by at, id
                """,
                "alignment_move.by_person")
            .emptying(
                "update alignment_move set note = '' where by_person = :person and note <> ''"),
        PersonalRecord.staying(
                "status",
                """
                select objective, key_result, status, reason, at from status_override where by_person = :person order by at, id
                """,
                "status_override.by_person")
            .emptying(
                """
                update status_override set reason = '' where by_person = :person and %s and not exists (
                  select 1 from key_result k where k.id = key_result and not %s)
                """
                    .formatted(free("objective"), free("k.objective"))),
        // A grade on one's own goal is about oneself, whoever gave it; what others wrote to it is
        // theirs.
        PersonalRecord.staying(
                "grades",
                """
                select o.title as objective, k.title as key_result, g.score, g.suggested, g.provisional,
                  case when g.by_person = :person then g.comment end as comment, g.by_person = :person as gave, g.at
                from grade g join objective o on o.id = g.objective left join key_result k on k.id = g.key_result
                where g.by_person = :person or %s order by g.at, g.id
                """
                    .formatted(THEIRS),
                "grade.by_person",
                "grade_taken_back.by_person")
            .emptying(
                "update grade set comment = '' where by_person = :person and " + free("objective")),
        PersonalRecord.staying(
                "retrospectives",
                """
                select o.title as objective, r.self_score, r.self_assessment, r.went_well, r.got_in_the_way, r.learned,
                  r.next_step, r.at
                from retrospective r join objective o on o.id = r.objective where r.by_person = :person order by r.at, r.id
                """,
                "retrospective.by_person")
            .emptying(
                """
                update retrospective set self_assessment = '', went_well = '', got_in_the_way = '', learned = ''
                where by_person = :person and %s
                """
                    .formatted(free("objective"))),
        PersonalRecord.going(
            "goals-opened",
            "select objective, at from objective_opened where person = :person order by at, objective",
            "delete from objective_opened where person = :person",
            "objective_opened.person"),
        PersonalRecord.going(
            "goals-shared",
            "select objective from objective_reader where person = :person order by objective",
            "delete from objective_reader where person = :person",
            "objective_reader.person"),
        PersonalRecord.staying(
            "goal-files",
            "select file_name, state, at, applied_at from goal_import where by_person = :person order by at",
            "goal_import.by_person"));
  }

  @Override
  public List<RetainedRecord> retainedRecords() {
    String free =
        LegalHoldSql.free("o.accountable") + " and " + LegalHoldSql.free("o.owner_person");
    return List.of(
        new RetainedRecord(
            "check-in-notes",
            36,
            true,
            """
            select c.id from check_in c join key_result k on k.id = c.key_result join objective o on o.id = k.objective
            join cycle y on y.id = o.cycle
            where y.ends < cast(:before as timestamptz)::date and c.at < :before and c.note <> '' and %s and %s
            """
                .formatted(LegalHoldSql.free("c.by_person"), free),
            "update check_in set note = '' where id in ({due})"),
        new RetainedRecord(
            "retrospectives",
            36,
            true,
            """
            select r.id from retrospective r join objective o on o.id = r.objective join cycle y on y.id = o.cycle
            where y.ends < cast(:before as timestamptz)::date and r.at < :before
              and (r.self_assessment <> '' or r.went_well <> '' or r.got_in_the_way <> '' or r.learned <> '')
              and %s and %s
            """
                .formatted(LegalHoldSql.free("r.by_person"), free),
            """
            update retrospective set self_assessment = '', went_well = '', got_in_the_way = '', learned = ''
            where id in ({due})
            """),
        new RetainedRecord(
            "goal-drafts",
            12,
            false,
            """
            select o.id from objective o join cycle y on y.id = o.cycle
            where y.ends < cast(:before as timestamptz)::date and o.created_at < :before and o.state = 'draft'
              and o.owner_team is null and o.owner_unit is null and not o.was_put_forward and %s and %s and %s
              and not exists (select 1 from objective later where later.carried_from = o.id)
            """
                .formatted(
                    LegalHoldSql.free("o.created_by"), LegalHoldSql.free("o.delegate"), free),
            "delete from objective where id in ({due})"),
        new RetainedRecord(
            "goal-files",
            12,
            false,
            "select g.id from goal_import g where g.at < :before and g.state <> 'previewed' and "
                + LegalHoldSql.free("g.by_person"),
            "delete from goal_import where id in ({due})"));
  }
}
