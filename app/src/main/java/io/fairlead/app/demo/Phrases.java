package io.fairlead.app.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What people write: the sentences of `notes.txt`, with names and places filled in.
final class Phrases {
  private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");

  private final Map<String, List<String>> sections = Resource.sections("notes.txt");
  private final Map<String, List<String>> places =
      section("places").stream()
          .map(line -> line.split(": ", 2))
          .collect(Collectors.toMap(line -> line[0], line -> List.of(line[1].split(", "))));

  private List<String> section(String situation) {
    List<String> section = sections.get(situation);
    if (section == null) {
      throw new IllegalStateException("nothing to say about " + situation);
    }
    return section;
  }

  String say(Dice dice, String situation, Supplier<String> colleague) {
    return filled(dice.of(section(situation)), around(dice), colleague);
  }

  /// One choice of place, product and language, for everything one objective says.
  Map<String, String> around(Dice dice) {
    return List.of("town", "region", "model", "language", "month").stream()
        .collect(
            Collectors.toMap(
                kind -> kind, kind -> dice.of(places.getOrDefault(kind, List.of("")))));
  }

  static String filled(String text, Map<String, String> around, Supplier<String> colleague) {
    return GAP.matcher(text)
        .replaceAll(gap ->
            Matcher.quoteReplacement(
                written(
                    gap.group(1).equals("colleague")
                        ? colleague.get()
                        : around.getOrDefault(gap.group(1), gap.group()),
                    gap.start() == 0 || text.startsWith(". ", gap.start() - 2))));
  }

  /// An article is small inside a sentence and large at its beginning.
  private static String written(String word, boolean begins) {
    if (begins) {
      return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
    return word.startsWith("The ") ? "the " + word.substring(4) : word;
  }
}
