package io.fairlead.app.platform.words;

import java.util.Map;

/// The organisation's own nouns; those it did not rename keep their standard forms.
public record Vocabulary(Map<Noun, Noun.Forms> renamed) {
  public Vocabulary {
    renamed = Map.copyOf(renamed);
  }

  public static final Vocabulary STANDARD = new Vocabulary(Map.of());

  public Noun.Forms of(Noun noun) {
    return renamed.getOrDefault(noun, noun.standard());
  }

  /// The sentence with every `[[noun]]` replaced by the organisation's form.
  String fill(String sentence) {
    if (!sentence.contains("[[")) {
      return sentence;
    }
    String filled = sentence;
    for (Noun noun : Noun.values()) {
      Noun.Forms standard = noun.standard();
      Noun.Forms own = of(noun);
      filled =
          filled
              .replace("[[" + standard.singular() + "]]", own.singular())
              .replace("[[" + standard.plural() + "]]", own.plural())
              .replace("[[" + standard.capitalised() + "]]", own.capitalised())
              .replace("[[" + standard.capitalisedPlural() + "]]", own.capitalisedPlural());
    }
    return filled;
  }
}
