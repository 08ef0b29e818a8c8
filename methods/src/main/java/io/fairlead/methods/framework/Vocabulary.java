package io.fairlead.methods.framework;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The nouns an organisation renamed.
public record Vocabulary(Map<Noun, Noun.Forms> renamed) {
  public Vocabulary {
    Map<Noun, Noun.Forms> ordered = new EnumMap<>(Noun.class);
    ordered.putAll(renamed);
    renamed = Collections.unmodifiableMap(ordered);
  }

  /// Its own forms, or the usual ones.
  public Noun.Forms forms(Noun noun) {
    return renamed.getOrDefault(noun, noun.standard());
  }
}
