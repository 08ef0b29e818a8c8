package io.fairlead.methods.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/// The words of a language and what each may be, read from its lists. Forms of verbs are made from
/// their base; those that no rule makes stand in the lists.
public final class Language {
  static final Set<Sense> UNKNOWN = Collections.unmodifiableSet(EnumSet.noneOf(Sense.class));

  private static final Set<Sense> PEOPLE = Collections.unmodifiableSet(EnumSet.of(Sense.PEOPLE));

  /// The English of goals.
  public static final Language ENGLISH = load("english");

  private final Map<String, EnumSet<Sense>> words = new HashMap<>(8192);
  private final Map<String, List<Phrase>> phrases = new HashMap<>();
  private final Properties lists;
  private final List<String> peopleEndings;
  private final Set<String> notPeople;

  /// Several words that are one.
  record Phrase(List<String> words, Sense sense) {}

  private Language(Properties lists) {
    this.lists = lists;
    for (Sense sense : Sense.values()) {
      if (!sense.list().isEmpty()) {
        list(sense);
      }
    }
    irregularVerbs();
    peopleEndings = List.of(lists.getProperty("people.endings", "").strip().split("\\s+", -1));
    notPeople = Set.of(lists.getProperty("people.not", "").strip().split("\\s+", -1));
  }

  private static Language load(String name) {
    try (InputStream stream = Language.class.getResourceAsStream(name + ".properties")) {
      if (stream == null) {
        throw new IllegalStateException("There is no language " + name);
      }
      var lists = new Properties();
      lists.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return new Language(lists);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// What a word in small letters may be. A word with hyphens that is not known is what its last
  /// part is; a plural that is not known is what its singular is.
  Set<Sense> senses(String word) {
    Set<Sense> known = words.get(word);
    if (known != null) {
      return known;
    }
    int hyphen = word.lastIndexOf('-');
    if (hyphen > 0 && hyphen < word.length() - 1) {
      return nounSenses(senses(word.substring(hyphen + 1)));
    }
    if (isPeopleByEnding(word)) {
      return PEOPLE;
    }
    if (word.length() > 3 && word.endsWith("s")) {
      Set<Sense> singular = words.get(word.substring(0, word.length() - 1));
      return singular == null ? UNKNOWN : nounSenses(singular);
    }
    return UNKNOWN;
  }

  private boolean isPeopleByEnding(String word) {
    return word.length() > 5
        && peopleEndings.stream().anyMatch(word::endsWith)
        && !notPeople.contains(word);
  }

  private static Set<Sense> nounSenses(Set<Sense> senses) {
    var nouns = EnumSet.range(Sense.METRIC, Sense.QUALITY);
    nouns.retainAll(senses);
    return nouns;
  }

  /// The phrases that begin with a word.
  List<Phrase> phrases(String first) {
    return phrases.getOrDefault(first, List.of());
  }

  /// A sentence of the language, by its key.
  String sentence(String key) {
    String sentence = lists.getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException("No sentence " + key);
    }
    return sentence;
  }

  private void list(Sense sense) {
    String list = lists.getProperty(sense.list());
    if (list == null) {
      throw new IllegalStateException("The list " + sense.list() + " is missing");
    }
    for (String word : list.strip().split("\\s+", -1)) {
      String plain = word.indexOf(':') > 0 ? word.substring(0, word.indexOf(':')) : word;
      if (plain.indexOf('_') > 0) {
        List<String> parts = List.of(plain.split("_", -1));
        phrases
            .computeIfAbsent(parts.getFirst(), _ -> new ArrayList<>())
            .add(new Phrase(parts, sense));
      } else if (sense.isVerb()) {
        verb(plain, sense);
      } else {
        add(plain, sense);
      }
    }
  }

  private void verb(String base, Sense sense) {
    add(base, sense, Sense.BASE);
    add(third(base), sense, Sense.THIRD);
    add(past(base), sense, Sense.PAST, Sense.PARTICIPLE);
    add(gerund(base), sense, Sense.GERUND);
  }

  private void irregularVerbs() {
    String list = lists.getProperty("verbs.irregular", "");
    for (String verb : list.strip().split("\\s+", -1)) {
      String[] forms = verb.split(":", -1);
      for (Sense sense : List.copyOf(words.getOrDefault(forms[0], EnumSet.noneOf(Sense.class)))) {
        if (sense.isVerb()) {
          add(forms[1], sense, Sense.PAST);
          add(forms[2], sense, Sense.PARTICIPLE);
        }
      }
    }
  }

  private void add(String word, Sense... senses) {
    EnumSet<Sense> known = words.computeIfAbsent(word, _ -> EnumSet.noneOf(Sense.class));
    Collections.addAll(known, senses);
  }

  private static String third(String base) {
    if (base.endsWith("y") && !isVowel(base, base.length() - 2)) {
      return base.substring(0, base.length() - 1) + "ies";
    }
    boolean hissing =
        base.endsWith("s")
            || base.endsWith("x")
            || base.endsWith("z")
            || base.endsWith("ch")
            || base.endsWith("sh")
            || base.endsWith("o");
    return base + (hissing ? "es" : "s");
  }

  private static String past(String base) {
    if (base.endsWith("e")) {
      return base + "d";
    }
    if (base.endsWith("y") && !isVowel(base, base.length() - 2)) {
      return base.substring(0, base.length() - 1) + "ied";
    }
    return doubled(base) + "ed";
  }

  private static String gerund(String base) {
    boolean silent = base.endsWith("e") && !base.endsWith("ee") && base.length() > 2;
    return (silent ? base.substring(0, base.length() - 1) : doubled(base)) + "ing";
  }

  /// `ship` → `shipp`: one short syllable that ends in vowel and consonant.
  private static String doubled(String base) {
    int last = base.length() - 1;
    boolean closed =
        last >= 2
            && !isVowel(base, last)
            && isVowel(base, last - 1)
            && !isVowel(base, last - 2)
            && "wxy".indexOf(base.charAt(last)) < 0;
    boolean oneSyllable = vowels(base) == 1;
    boolean stressed = base.endsWith("mit") || base.endsWith("fer") || base.endsWith("gin");
    return closed && (oneSyllable || stressed) ? base + base.charAt(last) : base;
  }

  private static long vowels(String word) {
    return word.chars().filter(letter -> "aeiou".indexOf(letter) >= 0).count();
  }

  private static boolean isVowel(String word, int at) {
    return at >= 0 && "aeiou".indexOf(word.charAt(at)) >= 0;
  }
}
