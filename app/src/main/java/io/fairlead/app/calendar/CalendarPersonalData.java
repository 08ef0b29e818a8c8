package io.fairlead.app.calendar;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// A calendar address is its person's alone and goes with them.
@Component
class CalendarPersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.going(
            "calendar",
            "select made_at, read_at from calendar_feed where person = :person",
            "delete from calendar_feed where person = :person",
            "calendar_feed.person"));
  }
}
