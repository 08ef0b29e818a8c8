package io.fairlead.methods.instruments;

import io.fairlead.methods.instruments.SentenceLint.Flaw;
import java.util.ArrayList;
import java.util.List;

/// A behaviour of the library against the rules for sentences: observable, judged by nobody's word,
/// with a measure that counts.
final class BehaviourLint {
  private BehaviourLint() {}

  static List<Flaw> lint(Behaviour behaviour, String language) {
    List<Flaw> flaws = new ArrayList<>();
    LintWords.of(language)
        .ifPresent(words -> {
          flaws.addAll(
              SentenceLint.lint(behaviour.does().in(language), SentenceKind.BEHAVIOUR, words));
          flaws.addAll(
              SentenceLint.lint(behaviour.shows().in(language), SentenceKind.MEASURE, words));
        });
    return flaws;
  }
}
