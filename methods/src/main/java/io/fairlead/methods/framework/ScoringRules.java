package io.fairlead.methods.framework;

import io.fairlead.methods.framework.Finding.Severity;
import io.fairlead.methods.framework.LintRule.Hit;
import java.util.List;

/// Whether the bands reward honest targets.
final class ScoringRules {
  static final List<LintRule> RULES =
      List.of(
          new LintRule(
              "reach-must-be-full",
              Severity.WARNING,
              "When only the whole of a reach counts, people set reaches they are sure of: sandbagging.",
              "aspirational: {reached-from: 0.7, partly-from: 0.4}",
              ScoringRules::fullReach),
          new LintRule(
              "reach-too-soft",
              Severity.ADVICE,
              "When half of a reach counts as reached, targets grow until they mean nothing.",
              "aspirational: {reached-from: 0.7, partly-from: 0.4}",
              ScoringRules::softReach),
          new LintRule(
              "promise-not-full",
              Severity.WARNING,
              "Others plan on a promise. Less than the whole may be fine, but it needs a word, not a green mark.",
              "committed: {reached-from: 1.0, partly-from: 0.7}",
              ScoringRules::promiseNotFull),
          new LintRule(
              "promise-softer-than-reach",
              Severity.ERROR,
              "A promise would be kept at a score at which a reach has failed.",
              "committed.reached-from: 1.0, aspirational.reached-from: 0.7",
              ScoringRules::promiseSofter),
          new LintRule(
              "honest-reach-suspected",
              Severity.WARNING,
              "Teams that reach what the bands call reached are told that their targets were too low.",
              "too-easy: {mean-from: 0.9}",
              ScoringRules::honestSuspected));

  private ScoringRules() {}

  private static GoalRules goals(FrameworkDocument document) {
    return document.framework().goals();
  }

  private static List<Hit> when(boolean hit, String path, String what) {
    return hit ? List.of(new Hit(path, what)) : List.of();
  }

  private static List<Hit> fullReach(FrameworkDocument document) {
    double reached = goals(document).aspirational().reachedFrom();
    return when(
        reached >= 0.95,
        "goals.scoring.aspirational.reached-from",
        "A reach counts as reached only from " + Wording.number(reached) + ".");
  }

  private static List<Hit> softReach(FrameworkDocument document) {
    double reached = goals(document).aspirational().reachedFrom();
    return when(
        reached < 0.6,
        "goals.scoring.aspirational.reached-from",
        "A reach counts as reached from " + Wording.number(reached) + ".");
  }

  private static List<Hit> promiseNotFull(FrameworkDocument document) {
    double reached = goals(document).committed().reachedFrom();
    return when(
        reached < 1,
        "goals.scoring.committed.reached-from",
        "A promise counts as kept from " + Wording.number(reached) + ".");
  }

  private static List<Hit> promiseSofter(FrameworkDocument document) {
    double promise = goals(document).committed().reachedFrom();
    double reach = goals(document).aspirational().reachedFrom();
    return when(
        promise < reach,
        "goals.scoring.committed.reached-from",
        "A promise counts from %s, a reach only from %s."
            .formatted(Wording.number(promise), Wording.number(reach)));
  }

  private static List<Hit> honestSuspected(FrameworkDocument document) {
    double mean = goals(document).tooEasy().meanFrom();
    double reached = goals(document).aspirational().reachedFrom();
    return when(
        mean <= reached,
        "goals.scoring.too-easy.mean-from",
        "A mean of %s hints at low targets, although %s counts as reached."
            .formatted(Wording.number(mean), Wording.number(reached)));
  }
}
