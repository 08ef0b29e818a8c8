package io.fairlead.app.instruments;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// What an organisation asks stays, with who wrote it under no name.
@Component
class InstrumentsPersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.staying(
            "instruments",
            """
            select i.code, i.created_by = :person as began, i.created_at,
              d.saved_by is not distinct from :person as saved_draft, d.saved_at,
              array_to_string(array(select e.number from instrument_edition e
                where e.instrument = i.id and e.published_by = :person order by e.number), ', ') as published
            from own_instrument i left join instrument_draft d on d.instrument = i.id
            where i.created_by = :person or d.saved_by = :person
              or exists (select 1 from instrument_edition e where e.instrument = i.id and e.published_by = :person)
            order by i.created_at, i.id
            """,
            "own_instrument.created_by",
            "instrument_draft.saved_by",
            "instrument_edition.published_by"));
  }
}
