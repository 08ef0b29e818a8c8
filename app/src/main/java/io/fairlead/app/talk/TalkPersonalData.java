package io.fairlead.app.talk;

import io.fairlead.app.people.LegalHoldSql;
import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.personal.RetainedRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// What somebody said stays in the conversation that others answered, under no name; what others
/// said is not theirs to take along, only that and where they were mentioned.
@Component
class TalkPersonalData implements PersonalData {
  /// A goal's title as everybody may see it.
  private static final String TITLE =
      "case when is_for_all(o.visibility, o.state) then o.title end as objective_title";

  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.staying(
                "comments",
                """
                select c.id, c.objective, %s, c.check_in, w.number as wording, w.body, w.at, c.withdrawn_at, c.hidden_at,
                  c.hidden_because
                from comment c join comment_wording w on w.comment = c.id join objective o on o.id = c.objective
                where c.by_person = :person order by c.at, c.id, w.number
                """
                    .formatted(TITLE),
                "comment.by_person",
                "comment.hidden_by")
            .emptying(
                """
                update comment_wording set body = '[…]'
                where comment in (
                  select c.id from comment c join objective o on o.id = c.objective
                  where c.by_person = :person and %s and %s)
                """
                    .formatted(
                        LegalHoldSql.free("o.accountable"), LegalHoldSql.free("o.owner_person"))),
        PersonalRecord.staying(
            "mentions",
            """
            select c.objective, %s, c.check_in, c.at from comment_mention m join comment c on c.id = m.comment
            join objective o on o.id = c.objective where m.person = :person order by c.at, c.id
            """
                .formatted(TITLE),
            "comment_mention.person"),
        PersonalRecord.staying(
            "reactions",
            "select kind, comment, check_in, at from reaction where person = :person order by at, id",
            "reaction.person"),
        PersonalRecord.going(
            "following",
            "select objective, follows, at from follower where person = :person order by at, objective",
            "delete from follower where person = :person",
            "follower.person"),
        PersonalRecord.staying(
            "links",
            """
            select objective, check_in, title, address, at, removed_at from goal_link where by_person = :person order by at, id
            """,
            "goal_link.by_person",
            "goal_link.removed_by"));
  }

  @Override
  public List<RetainedRecord> retainedRecords() {
    return List.of(
        new RetainedRecord(
            "comments",
            36,
            false,
            """
            select c.id from comment c join objective o on o.id = c.objective join cycle y on y.id = o.cycle
            where y.ends < cast(:before as timestamptz)::date and c.at < :before
              and %s and %s and %s
              and not exists (select 1 from comment answer where answer.answers = c.id and not %s)
              and not exists (select 1 from comment_mention m where m.comment = c.id and not %s)
              and not exists (select 1 from reaction r where r.comment = c.id and not %s)
            """
                .formatted(
                    LegalHoldSql.free("c.by_person"),
                    LegalHoldSql.free("o.accountable"),
                    LegalHoldSql.free("o.owner_person"),
                    LegalHoldSql.free("answer.by_person"),
                    LegalHoldSql.free("m.person"),
                    LegalHoldSql.free("r.person")),
            "delete from comment where id in ({due})"));
  }
}
