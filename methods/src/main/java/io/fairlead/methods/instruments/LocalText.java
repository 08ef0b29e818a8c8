package io.fairlead.methods.instruments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A text in each language that it is there in, the first being the one that it was written in.
///
/// @param languages text by language tag (`en`, `pt-BR`), at least one
public record LocalText(Map<String, String> languages) {
  /// @throws IllegalArgumentException without a text
  public LocalText {
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("a text is there in one language at least");
    }
    languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
  }

  static LocalText of(String language, String text) {
    return new LocalText(Map.of(language, text));
  }

  /// In that language; where it is not there, in the one that it was written in.
  public String in(String language) {
    return languages.getOrDefault(language, languages.values().iterator().next());
  }

  /// Those of the given languages that it is not there in.
  List<String> missing(List<String> wanted) {
    return wanted.stream().filter(language -> !languages.containsKey(language)).toList();
  }
}
