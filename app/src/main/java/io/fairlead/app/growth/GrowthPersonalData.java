package io.fairlead.app.growth;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// What somebody learns and works on is theirs and goes with them.
@Component
class GrowthPersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.going(
            "lessons",
            "select lesson, edition, at from lesson_done where person = :person order by at, lesson",
            "delete from lesson_done where person = :person",
            "lesson_done.person"));
  }
}
