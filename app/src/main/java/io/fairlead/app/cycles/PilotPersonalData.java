package io.fairlead.app.cycles;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who began and ended a pilot stays with it; that somebody was in one by name goes with them.
@Component
class PilotPersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.staying(
            "pilots",
            """
            select name, reason, first_day, last_day, begun_at, state, ended_at, ended_because from pilot
            where begun_by = :person or ended_by = :person order by begun_at
            """,
            "pilot.begun_by",
            "pilot.ended_by"),
        PersonalRecord.going(
            "pilot-groups",
            """
            select p.name, p.first_day, p.last_day from pilot_group g join pilot p on p.id = g.pilot
            where g.person = :person order by p.begun_at
            """,
            "delete from pilot_group where person = :person",
            "pilot_group.person"));
  }
}
