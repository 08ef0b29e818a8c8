package io.fairlead.app.instruments;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Short names made of what people wrote, where they gave none: `rework-for-customers`.
final class InstrumentIds {
  private static final int WORDS = 4;
  private static final int LONGEST = 50;

  private InstrumentIds() {}

  /// A free name made of the first words; `instead` where they have no letters to make one of.
  static String of(String text, String instead, Predicate<String> isTaken) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    List<String> words =
        List.of(plain.replaceAll("[^a-z0-9]+", " ").replaceFirst("^[0-9 ]+", "").split(" ", -1));
    String joined = String.join("-", words.subList(0, Math.min(WORDS, words.size())));
    String cut = joined.length() > LONGEST ? joined.substring(0, LONGEST) : joined;
    String base = cut.replaceAll("-+$", "").isEmpty() ? instead : cut.replaceAll("-+$", "");
    String name = base;
    for (int number = 2; isTaken.test(name); number++) {
      name = base + "-" + number;
    }
    return name;
  }

  /// The fields of a form with a name for each own competency, item and comment that has words and
  /// none.
  static Map<String, String> filled(Map<String, String> before) {
    Map<String, String> values = new LinkedHashMap<>(before);
    List<String> languages = InstrumentFields.languages(values);
    String language = languages.isEmpty() ? "en" : languages.getFirst();
    fill(values, "competencies", "name." + language, "competency");
    for (int section : InstrumentFields.rows(values, "sections")) {
      fill(values, "sections." + section + ".items", "wording.others." + language, "item");
    }
    fill(values, "comments", "kind", "comment");
    return values;
  }

  private static void fill(Map<String, String> values, String list, String madeOf, String instead) {
    Set<String> taken = new HashSet<>();
    List<Integer> rows = InstrumentFields.rows(values, list);
    rows.forEach(row -> taken.add(values.getOrDefault(list + "." + row + ".id", "").strip()));
    for (int row : rows) {
      String at = list + "." + row + ".";
      String words = values.getOrDefault(at + madeOf, "");
      if (!words.isBlank() && values.getOrDefault(at + "id", "").isBlank()) {
        String name = of(words, instead, taken::contains);
        taken.add(name);
        values.put(at + "id", name);
      }
    }
  }
}
