package io.fairlead.methods.coaching;

/// A condition as it is written: `any competency: gap is blind spot`.
public final class Rule {
  private final String text;
  private final Condition condition;

  /// @throws IllegalArgumentException with the word that does not fit, and what would
  Rule(String text) {
    this.text = text;
    condition = ConditionReader.read(text);
  }

  public String text() {
    return text;
  }

  Condition condition() {
    return condition;
  }

  @Override
  public String toString() {
    return text;
  }
}
