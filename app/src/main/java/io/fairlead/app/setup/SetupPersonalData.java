package io.fairlead.app.setup;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who began setting up.
@Component
class SetupPersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.staying(
            "setup",
            "select way, begun_at, ended_at from setup where begun_by = :person",
            "setup.begun_by"));
  }
}
