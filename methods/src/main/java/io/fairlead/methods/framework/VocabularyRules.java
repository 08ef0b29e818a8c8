package io.fairlead.methods.framework;

import io.fairlead.methods.framework.Finding.Severity;
import io.fairlead.methods.framework.LintRule.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Whether the organisation's own words can be told apart and stand inside a sentence.
final class VocabularyRules {
  static final List<LintRule> RULES =
      List.of(
          new LintRule(
              "words-collide",
              Severity.ERROR,
              "Two different things with one name make every page ambiguous: 'add a goal to the goal'.",
              "Call them goal and key result, or objective and goal.",
              VocabularyRules::collisions),
          new LintRule(
              "plural-is-singular",
              Severity.ADVICE,
              "Counts and headings need the plural: '3 goals', not '3 goal'.",
              "objective: {singular: goal, plural: goals}",
              VocabularyRules::pluralIsSingular),
          new LintRule(
              "word-capitalised",
              Severity.ADVICE,
              "The words stand inside sentences and are capitalised where a sentence begins with them.",
              "singular: goal",
              VocabularyRules::capitalised));

  private VocabularyRules() {}

  private static List<Hit> collisions(FrameworkDocument document) {
    Vocabulary vocabulary = document.framework().vocabulary();
    List<Hit> hits = new ArrayList<>();
    for (Noun noun : vocabulary.renamed().keySet()) {
      for (Noun other : Noun.values()) {
        boolean once = other.compareTo(noun) < 0 || !vocabulary.renamed().containsKey(other);
        if (other != noun && once && collide(vocabulary.forms(noun), vocabulary.forms(other))) {
          hits.add(
              new Hit(
                  "vocabulary." + Shape.word(noun),
                  "'%s' is the word for %s and for %s."
                      .formatted(
                          vocabulary.forms(noun).singular(),
                          noun.standard().plural(),
                          other.standard().plural())));
        }
      }
    }
    return hits;
  }

  private static boolean collide(Noun.Forms a, Noun.Forms b) {
    return Stream.of(a.singular(), a.plural())
        .anyMatch(form -> form.equalsIgnoreCase(b.singular()) || form.equalsIgnoreCase(b.plural()));
  }

  private static List<Hit> pluralIsSingular(FrameworkDocument document) {
    List<Hit> hits = new ArrayList<>();
    document
        .framework()
        .vocabulary()
        .renamed()
        .forEach((noun, forms) -> {
          if (forms.singular().equals(forms.plural())) {
            hits.add(
                new Hit(
                    "vocabulary." + Shape.word(noun) + ".plural",
                    "'" + forms.plural() + "' is given as singular and as plural."));
          }
        });
    return hits;
  }

  /// German writes every noun with a capital; an abbreviation such as OKR keeps its own.
  private static List<Hit> capitalised(FrameworkDocument document) {
    Framework framework = document.framework();
    if (framework.organisation().locale().getLanguage().equals(Locale.GERMAN.getLanguage())) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    framework
        .vocabulary()
        .renamed()
        .forEach((noun, forms) -> {
          if (forms.singular().matches("\\p{Lu}\\p{Ll}.*")) {
            hits.add(
                new Hit(
                    "vocabulary." + Shape.word(noun) + ".singular",
                    "'" + forms.singular() + "' begins with a capital."));
          }
        });
    return hits;
  }
}
