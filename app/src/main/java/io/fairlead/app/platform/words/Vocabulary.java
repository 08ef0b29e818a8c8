package io.fairlead.app.platform.words;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The organisation's own nouns; those it did not rename keep their standard forms.
public record Vocabulary(Map<Noun, Noun.Forms> renamed) {
  public Vocabulary {
    renamed = Map.copyOf(renamed);
  }

  public static final Vocabulary STANDARD = new Vocabulary(Map.of());

  public Noun.Forms of(Noun noun) {
    return renamed.getOrDefault(noun, noun.standard());
  }

  /// English "a" before a consonant, "an" before a vowel, whatever the noun was renamed to.
  private static final Pattern ARTICLE = Pattern.compile("\\b([Aa])n? \\[\\[([^]]*)]]");

  private String withArticle(MatchResult found) {
    String noun = fill("[[" + found.group(2) + "]]");
    boolean vowel = !noun.isEmpty() && "aeiouAEIOU".indexOf(noun.charAt(0)) >= 0;
    return Matcher.quoteReplacement(found.group(1) + (vowel ? "n " : " ") + noun);
  }

  /// The sentence with every `[[noun]]` replaced by the organisation's form.
  String fill(String sentence) {
    if (!sentence.contains("[[")) {
      return sentence;
    }
    String filled = ARTICLE.matcher(sentence).replaceAll(this::withArticle);
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
