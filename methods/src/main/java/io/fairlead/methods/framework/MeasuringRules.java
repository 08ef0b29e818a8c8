package io.fairlead.methods.framework;

import io.fairlead.methods.framework.Finding.Severity;
import io.fairlead.methods.framework.LintRule.Hit;
import io.fairlead.methods.wording.GoalRule;
import java.util.ArrayList;
import java.util.List;

/// Whether measures are read for what they say, scorecards look from more than one side, and the
/// goal linter still has something to say.
final class MeasuringRules {
  private static final int FIRM_BASELINE = 20;
  private static final int MANY_MEASURES = 10;
  private static final int FEWEST_PERSPECTIVES = 3;
  private static final int HEAVIEST = 50;

  static final List<LintRule> RULES =
      List.of(
          new LintRule(
              "baseline-short",
              Severity.ADVICE,
              "The range of fewer than twenty values still moves with each new one, so that signals come and go.",
              "baseline: 20",
              MeasuringRules::baselineShort),
          new LintRule(
              "signals-unasked",
              Severity.WARNING,
              "A signal that nobody is asked about stands in a chart that nobody opens.",
              "signals: true",
              MeasuringRules::signalsUnasked),
          new LintRule(
              "too-many-measures",
              Severity.WARNING,
              "Whoever keeps more than ten figures keeps them, and looks at none.",
              "per-leader: 4",
              MeasuringRules::tooManyMeasures),
          new LintRule(
              "measures-unreviewed",
              Severity.ADVICE,
              "Leaders keep measures, but there is no hour in which anybody talks them over.",
              "review: monthly",
              MeasuringRules::unreviewed),
          new LintRule(
              "perspective-without-weight",
              Severity.WARNING,
              "What counts nothing is filled in for the form's sake, and then no longer.",
              "Give it a weight, or leave it out.",
              MeasuringRules::withoutWeight),
          new LintRule(
              "perspective-outweighs",
              Severity.WARNING,
              "When one side counts more than all others together, the card is that side with decoration.",
              "40 at most",
              MeasuringRules::outweighs),
          new LintRule(
              "too-few-perspectives",
              Severity.ADVICE,
              "With one or two sides nothing stands against what is easy to count.",
              "Four perspectives: results, those served, the work, those who do it.",
              MeasuringRules::tooFewPerspectives),
          new LintRule(
              "goal-linter-silent",
              Severity.WARNING,
              "With half of its rules off, the editor says nothing about most of what goes wrong with goals.",
              "off: [O1]",
              MeasuringRules::linterSilent),
          new LintRule(
              "goal-limits-disagree",
              Severity.ADVICE,
              "The editor calls many what the rules allow, or is silent until the rules refuse.",
              "The same number in lint.limits and goals.limits",
              MeasuringRules::limitsDisagree));

  private MeasuringRules() {}

  private static List<Hit> when(boolean hit, String path, String what) {
    return hit ? List.of(new Hit(path, what)) : List.of();
  }

  private static List<Hit> baselineShort(FrameworkDocument document) {
    int baseline = document.framework().measures().baseline();
    return when(
        baseline < FIRM_BASELINE,
        "measures.baseline",
        "A new measure gets its range from " + baseline + " values.");
  }

  private static List<Hit> signalsUnasked(FrameworkDocument document) {
    return when(
        !document.framework().measures().signals(),
        "measures.signals",
        "Nobody is asked when a measure leaves its range.");
  }

  private static List<Hit> tooManyMeasures(FrameworkDocument document) {
    int each = document.framework().measures().perLeader();
    return when(
        each > MANY_MEASURES, "measures.per-leader", "Each leader keeps " + each + " measures.");
  }

  private static List<Hit> unreviewed(FrameworkDocument document) {
    Framework framework = document.framework();
    return when(
        framework.measures().perLeader() > 0
            && framework.scorecard().review() == ScorecardDefaults.Review.NEVER,
        "scorecard.review",
        "Scorecards are never talked over.");
  }

  private static List<Hit> withoutWeight(FrameworkDocument document) {
    List<Hit> hits = new ArrayList<>();
    List<ScorecardDefaults.Perspective> all = document.framework().scorecard().perspectives();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).weight() == 0) {
        hits.add(
            new Hit(
                "scorecard.perspectives[" + i + "].weight",
                "'" + all.get(i).name() + "' counts nothing."));
      }
    }
    return hits;
  }

  private static List<Hit> outweighs(FrameworkDocument document) {
    List<Hit> hits = new ArrayList<>();
    List<ScorecardDefaults.Perspective> all = document.framework().scorecard().perspectives();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).weight() > HEAVIEST) {
        hits.add(
            new Hit(
                "scorecard.perspectives[" + i + "].weight",
                "'" + all.get(i).name() + "' counts " + all.get(i).weight() + " of 100."));
      }
    }
    return hits;
  }

  private static List<Hit> tooFewPerspectives(FrameworkDocument document) {
    int count = document.framework().scorecard().perspectives().size();
    return when(
        count < FEWEST_PERSPECTIVES,
        "scorecard.perspectives",
        count == 1 ? "There is one perspective." : "There are " + count + " perspectives.");
  }

  private static List<Hit> linterSilent(FrameworkDocument document) {
    int off = document.framework().lint().off().size();
    return when(
        off * 2 >= GoalRule.values().length,
        "lint.off",
        off + " of " + GoalRule.values().length + " rules for goals are off.");
  }

  private static List<Hit> limitsDisagree(FrameworkDocument document) {
    GoalRules.Limits limits = document.framework().goals().limits();
    int allowed = limits.keyResultsAtMost();
    int many = document.framework().lint().mostKeyResults();
    boolean isWritten = document.place("lint.limits.key-results").isPresent();
    return when(
        isWritten && allowed != many,
        "lint.limits.key-results",
        "The editor calls more than " + many + " key results many; " + allowed + " are allowed.");
  }
}
