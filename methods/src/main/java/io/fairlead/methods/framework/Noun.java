package io.fairlead.methods.framework;

/// The things an organisation may call by its own word.
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

  /// A noun's forms as they stand inside a sentence.
  public record Forms(String singular, String plural) {}
}
