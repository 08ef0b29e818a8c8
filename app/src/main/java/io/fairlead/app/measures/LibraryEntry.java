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

/// A mapping of a file that comes with the product, and where it stands. A mistake in such a file
/// is a bug: whatever is missing, unknown or not what it should be throws and says where.
record LibraryEntry(String at, Map<?, ?> values) {

  /// @param name of the file, for what is thrown
  /// @param known the keys it may have
  static LibraryEntry read(String name, String yaml, Set<String> known) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setSchema(new FailsafeSchema())
            .setAllowDuplicateKeys(false)
            .build();
    return of(name, new Load(settings).loadFromString(yaml), known);
  }

  private static LibraryEntry of(String at, @Nullable Object node, Set<String> known) {
    if (!(node instanceof Map<?, ?> values)) {
      throw new IllegalStateException(at + " is no mapping");
    }
    LibraryEntry entry = new LibraryEntry(at, values);
    for (Object key : values.keySet()) {
      if (!(key instanceof String name) || !known.contains(name)) {
        throw entry.wrong(String.valueOf(key));
      }
    }
    return entry;
  }

  /// The mappings of a list.
  List<LibraryEntry> entries(String key, Set<String> known) {
    if (!(values.get(key) instanceof List<?> items)) {
      throw wrong(key);
    }
    List<LibraryEntry> read = new ArrayList<>();
    for (Object item : items) {
      read.add(of(at + " " + key + "[" + read.size() + "]", item, known));
    }
    return List.copyOf(read);
  }

  /// The texts of a list; one may be empty.
  List<String> texts(String key) {
    if (!(values.get(key) instanceof List<?> items)
        || !items.stream().allMatch(String.class::isInstance)) {
      throw wrong(key);
    }
    return items.stream().map(each -> ((String) each).strip()).toList();
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
