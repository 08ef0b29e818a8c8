package io.fairlead.app.audit;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// The record of decisions stays whole: it holds ids, which name nobody once an identity is gone.
@Component
class AuditPersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.staying(
            "audit",
            """
            select at, act, record_type, record,
              case when actor = :person then 'self' when actor is null then 'system' else 'other' end as by,
              subject is not distinct from :person as about_self
            from audit_entry where actor = :person or subject = :person order by number
            """,
            "audit_entry.actor",
            "audit_entry.subject"));
  }
}
