package io.fairlead.app.rights;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// That somebody was erased stays, for who asks where they are; and who said how long what is kept.
@Component
class RightsPersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.staying(
            "erasures",
            "select at, writings from erasure where by_person = :person order by at",
            "erasure.person",
            "erasure.by_person"),
        PersonalRecord.staying(
            "retention-rules",
            "select code, months, set_at from retention_rule where set_by = :person order by code",
            "retention_rule.set_by"));
  }
}
