package io.fairlead.app.people;

import io.fairlead.app.people.intake.ColumnMapping;
import java.util.UUID;

/// A mapping that was saved under its name.
public record SavedMapping(UUID id, ColumnMapping mapping) {
  public String name() {
    return mapping.name();
  }
}
