package io.fairlead.app.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

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
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setSchema(new FailsafeSchema())
            .setAllowDuplicateKeys(false)
            .build();
    Entry file = Entry.of(name, new Load(settings).loadFromString(yaml), FILE);
    MeasureDomain domain = file.code("domain", MeasureDomain::find);
    int edition = file.code("edition", MeasureCatalogueFile::whole);
    if (!(file.values().get("measures") instanceof List<?> items)) {
      throw file.wrong("measures");
    }
    List<MeasureExample> read = new ArrayList<>();
    for (Object item : items) {
      String at = name + " measures[" + read.size() + "]";
      read.add(measure(Entry.of(at, item, MEASURE), domain, edition));
    }
    return List.copyOf(read);
  }

  private static Optional<Integer> whole(String text) {
    return text.matches("[1-9]\\d{0,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static MeasureExample measure(Entry entry, MeasureDomain domain, int edition) {
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

  /// A mapping of the file, and where it stands.
  private record Entry(String at, Map<?, ?> values) {
    static Entry of(String at, @Nullable Object node, Set<String> known) {
      if (!(node instanceof Map<?, ?> values)) {
        throw new IllegalStateException(at + " is no mapping");
      }
      Entry entry = new Entry(at, values);
      for (Object key : values.keySet()) {
        if (!(key instanceof String name) || !known.contains(name)) {
          throw entry.wrong(String.valueOf(key));
        }
      }
      return entry;
    }

    IllegalStateException wrong(String key) {
      return new IllegalStateException(at + ": '" + key + "' is missing, unknown or unreadable");
    }

    String text(String key) {
      if (values.get(key) instanceof String text && !text.isBlank()) {
        return text.strip();
      }
      throw wrong(key);
    }

    <C> C code(String key, Function<String, Optional<C>> find) {
      return find.apply(text(key)).orElseThrow(() -> wrong(key));
    }
  }
}
