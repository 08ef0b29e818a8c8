package io.fairlead.app.platform.personal;

import java.util.List;
import org.springframework.stereotype.Component;

/// What the platform itself remembers for hours: how acts ended, and what can be taken back.
@Component
class OwnPersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.going(
            "acts",
            "select act, made_at from idempotency where principal = :person order by made_at, act",
            "delete from idempotency where principal = :person",
            "idempotency.principal"),
        PersonalRecord.going(
            "undo",
            "select kind, made_at, until from undo_entry where who = :person order by made_at, id",
            "delete from undo_entry where who = :person",
            "undo_entry.who"));
  }
}
