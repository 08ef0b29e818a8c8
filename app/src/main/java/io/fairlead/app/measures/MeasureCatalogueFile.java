package io.fairlead.app.measures;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one file of the catalogue. These files come with the product, so that a mistake in one is
/// a bug: whatever is missing, unknown or not what it should be throws and says where.
final class MeasureCatalogueFile {
  private static final Set<String> FILE = Set.of("domain", "edition", "measures");
  private static final Set<String> MEASURE =
      Set.of(
          "id",
          "name",
          "definition",
          "formula",
          "unit",
          "direction",
          "frequency",
          "tense",
          "leads",
          "lag",
          "gaming",
          "counter");

  private MeasureCatalogueFile() {}

  /// @param name for what is thrown
  static List<MeasureExample> read(String name, String yaml) {
    LibraryEntry file = LibraryEntry.read(name, yaml, FILE);
    MeasureDomain domain = file.code("domain", MeasureDomain::find);
    int edition = file.code("edition", MeasureCatalogueFile::whole);
    return file.entries("measures", MEASURE).stream()
        .map(each -> measure(each, domain, edition))
        .toList();
  }

  private static Optional<Integer> whole(String text) {
    return text.matches("[1-9]\\d{0,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static MeasureExample measure(LibraryEntry entry, MeasureDomain domain, int edition) {
    Tense tense = entry.code("tense", Tense::find);
    boolean leads = tense == Tense.LEADING;
    if (!leads && (entry.values().containsKey("leads") || entry.values().containsKey("lag"))) {
      throw entry.wrong("leads");
    }
    return new MeasureExample(
        entry.text("id"),
        edition,
        domain,
        entry.text("name"),
        entry.text("definition"),
        entry.text("formula"),
        entry.text("unit"),
        entry.code("direction", Way::find),
        entry.code("frequency", Frequency::find),
        tense,
        leads ? entry.text("leads") : null,
        leads ? entry.code("lag", UsualLag::parse) : null,
        entry.text("gaming"),
        entry.text("counter"));
  }
}
