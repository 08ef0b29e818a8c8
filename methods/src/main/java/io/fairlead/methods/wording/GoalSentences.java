package io.fairlead.methods.wording;

/// What is said of a finding, in the language's own sentences: what was found, why it matters, and
/// what would be better.
public final class GoalSentences {
  private final Language language;
  private final LintSettings settings;

  public GoalSentences(Language language, LintSettings settings) {
    this.language = language;
    this.settings = settings;
  }

  /// What was found, with the words that caused it.
  public String message(GoalFinding finding) {
    Span span = finding.span();
    return language
        .sentence("say." + finding.rule().id() + "." + finding.part())
        .replace("{words}", span == null ? "" : span.text())
        .replace("{most-words}", Integer.toString(settings.mostWords()))
        .replace("{most-key-results}", Integer.toString(settings.mostKeyResults()))
        .replace("{most-objectives}", Integer.toString(settings.mostObjectives()));
  }

  /// Why it matters.
  public String why(GoalRule rule) {
    return language.sentence("why." + rule.id());
  }

  /// What would be better, by an example.
  public String better(GoalRule rule) {
    return language.sentence("better." + rule.id());
  }
}
