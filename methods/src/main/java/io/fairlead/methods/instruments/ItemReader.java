package io.fairlead.methods.instruments;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads items as bank and instruments write them.
final class ItemReader {
  static final Set<String> KEYS =
      Set.of("id", "competency", "about", "wording", "anchors", "accepted");

  private static final Set<String> WORDING =
      Stream.concat(Stream.of("others"), Stream.of(Relationship.values()).map(Relationship::code))
          .collect(Collectors.toUnmodifiableSet());

  private final String language;

  /// @param language that of texts which do not say theirs
  ItemReader(String language) {
    this.language = language;
  }

  Item item(YamlEntry entry, String competency) {
    String id = id(entry);
    Map<Relationship, LocalText> wording = new EnumMap<>(Relationship.class);
    LocalText others = LocalText.of(language, "");
    var texts = entry.section("wording", WORDING);
    if (texts.isEmpty()) {
      entry.problem("id", "the item '%s' needs 'wording'".formatted(id));
    } else {
      others = texts.get().words("others", language);
      for (Relationship rater : Relationship.values()) {
        if (texts.get().has(rater.code())) {
          wording.put(rater, texts.get().words(rater.code(), language));
        }
      }
    }
    return new Item(
        competency + "." + id,
        competency,
        about(entry),
        others,
        wording,
        entry.wordsList("anchors", language),
        accepted(entry),
        entry.line());
  }

  static String id(YamlEntry entry) {
    String id = entry.text("id");
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      entry.problem("id", "an id has small letters, digits and hyphens: '%s'".formatted(id));
    }
    return id;
  }

  static About about(YamlEntry entry) {
    return Objects.requireNonNullElse(
        entry.code("about", About::find, Stream.of(About.values()).map(About::code).toList()),
        About.HOW);
  }

  /// Reasons for what the lint will find.
  static Map<String, String> accepted(YamlEntry entry) {
    Map<String, String> accepted = entry.textsByKey("accepted");
    accepted.keySet().stream()
        .filter(rule -> InstrumentRule.find(rule).isEmpty())
        .forEach(rule -> entry.problem("accepted", "the lint has no rule '%s'".formatted(rule)));
    return accepted;
  }
}
