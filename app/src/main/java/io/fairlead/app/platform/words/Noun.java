package io.fairlead.app.platform.words;

/// The nouns an organisation may rename. In a message, `[[objective]]`, `[[objectives]]`,
/// `[[Objective]]` and `[[Objectives]]` stand for the four forms of one.
public enum Noun {
  OBJECTIVE("objective", "objectives"),
  KEY_RESULT("key result", "key results"),
  CHECK_IN("check-in", "check-ins"),
  CYCLE("cycle", "cycles"),
  TEAM("team", "teams"),
  MANAGER("manager", "managers");

  private final String singular;
  private final String plural;

  Noun(String singular, String plural) {
    this.singular = singular;
    this.plural = plural;
  }

  public Forms standard() {
    return new Forms(singular, plural);
  }

  /// A noun's forms, as they stand inside a sentence.
  public record Forms(String singular, String plural) {
    public String capitalised() {
      return capitalise(singular);
    }

    public String capitalisedPlural() {
      return capitalise(plural);
    }

    private static String capitalise(String word) {
      return word.isEmpty()
          ? word
          : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
  }
}
