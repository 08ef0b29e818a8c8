package io.fairlead.app.feedback;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who talks about a report, and who withheld what, without what it says: that is the reviewee's.
@Component
class ReportPersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.staying(
            "feedback-debriefs",
            """
            select debrief_at from feedback_subject where debrief_with = :person order by debrief_at, id
            """,
            "feedback_subject.debrief_with"),
        PersonalRecord.staying(
            "feedback-withholdings",
            """
            select withheld_because, withheld_by = :person as asked, confirmed_by = :person as decided
            from feedback_comment where withheld_by = :person or confirmed_by = :person order by id
            """,
            "feedback_comment.withheld_by",
            "feedback_comment.confirmed_by"));
  }
}
