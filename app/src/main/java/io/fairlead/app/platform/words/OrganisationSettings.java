package io.fairlead.app.platform.words;

import java.time.ZoneId;
import java.util.Locale;

/// What every page needs of the organisation: its name, zone, language and vocabulary. The
/// framework module answers it from the document in force; platform only asks.
public interface OrganisationSettings {
  record Organisation(String name, ZoneId zone, Locale locale, Vocabulary vocabulary) {}

  /// The settings before a framework document is in force.
  Organisation BEFORE_ANY =
      new Organisation("Fairlead", ZoneId.of("UTC"), Locale.ENGLISH, Vocabulary.STANDARD);

  /// The settings in force now; cheap enough to be called for every request.
  Organisation organisation();
}
