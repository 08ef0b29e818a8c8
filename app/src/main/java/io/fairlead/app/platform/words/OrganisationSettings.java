package io.fairlead.app.platform.words;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/// What every page needs of the organisation: its name, zone, language and vocabulary. The
/// framework module answers it from the document in force; platform only asks.
public interface OrganisationSettings {
  /// @param unused the modules that the organisation has switched off, by the name of their package
  record Organisation(
      String name, ZoneId zone, Locale locale, Vocabulary vocabulary, Set<String> unused) {
    private static final String MODULES = "io.fairlead.app.";

    public Organisation {
      unused = Set.copyOf(unused);
    }

    /// Whether a class belongs to a part of the product that the organisation uses.
    public boolean uses(Class<?> type) {
      String name = type.getName();
      if (unused.isEmpty() || !name.startsWith(MODULES)) {
        return true;
      }
      int from = MODULES.length();
      int to = name.indexOf('.', from);
      return to < 0 || !unused.contains(name.substring(from, to));
    }
  }

  /// The settings before a framework document is in force.
  Organisation BEFORE_ANY =
      new Organisation("Fairlead", ZoneId.of("UTC"), Locale.ENGLISH, Vocabulary.STANDARD, Set.of());

  /// The settings in force now; cheap enough to be called for every request.
  Organisation organisation();
}
