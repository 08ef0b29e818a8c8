package io.fairlead.app.framework;

import io.fairlead.app.people.LegalHoldSql;
import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.personal.RetainedRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// A draft is its author's alone and goes with them; what was put in force holds for everybody.
@Component
class FrameworkPersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.going(
            "framework-drafts",
            "select based_on, saved_at, document from framework_draft where author = :person order by saved_at",
            "delete from framework_draft where author = :person",
            "framework_draft.author"),
        PersonalRecord.staying(
            "framework-versions",
            """
            select number, reason, in_force_from from framework_version where author = :person order by number
            """,
            "framework_version.author"),
        PersonalRecord.staying(
            "planned-changes",
            """
            select from_day, reason, state, made_at, ended_at from framework_plan
            where author = :person or ended_by = :person order by made_at
            """,
            "framework_plan.author",
            "framework_plan.ended_by"));
  }

  @Override
  public List<RetainedRecord> retainedRecords() {
    return List.of(
        new RetainedRecord(
            "framework-drafts",
            12,
            false,
            "select d.id from framework_draft d where d.saved_at < :before and "
                + LegalHoldSql.free("d.author"),
            "delete from framework_draft where id in ({due})"));
  }
}
