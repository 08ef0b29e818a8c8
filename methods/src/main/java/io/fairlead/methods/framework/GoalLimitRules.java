package io.fairlead.methods.framework;

import io.fairlead.methods.framework.Finding.Severity;
import io.fairlead.methods.framework.GoalRules.KeyResultKind;
import io.fairlead.methods.framework.GoalRules.ObjectiveKind;
import io.fairlead.methods.framework.GoalRules.Visibility;
import io.fairlead.methods.framework.LintRule.Hit;
import java.util.EnumSet;
import java.util.List;

/// Whether goals stay few, measurable, visible and free to align.
final class GoalLimitRules {
  static final List<LintRule> RULES =
      List.of(
          new LintRule(
              "no-reach",
              Severity.ADVICE,
              "When every objective is a promise, people promise what they know they can do.",
              "objective-kinds: [aspirational, committed, learning]",
              GoalLimitRules::noReach),
          new LintRule(
              "no-promise",
              Severity.ADVICE,
              "When every objective is a reach, nobody can rely on anybody's.",
              "objective-kinds: [aspirational, committed]",
              GoalLimitRules::noPromise),
          new LintRule(
              "nothing-measured",
              Severity.WARNING,
              "Milestones and yes-no say what was done, not what became better by it.",
              "key-result-kinds: [increase, decrease, band, milestones, yes-no]",
              GoalLimitRules::nothingMeasured),
          new LintRule(
              "too-many-objectives",
              Severity.WARNING,
              "Beyond five, objectives are a list of work. What matters most cannot be seen on it.",
              "objectives-per-owner: 3",
              GoalLimitRules::tooManyObjectives),
          new LintRule(
              "individual-overload",
              Severity.WARNING,
              "A person with objectives of their own also works on their team's; more than three leave no time for either.",
              "objectives-per-owner: 3, or individual-goals: false",
              GoalLimitRules::individualOverload),
          new LintRule(
              "too-many-key-results",
              Severity.WARNING,
              "More than five are updated late or not at all, and the objective drowns in its measures.",
              "key-results-at-most: 5",
              GoalLimitRules::tooManyKeyResults),
          new LintRule(
              "objective-without-key-results",
              Severity.WARNING,
              "An objective without a key result is a wish: at the end nobody can say whether it came true.",
              "key-results-at-least: 1",
              GoalLimitRules::withoutKeyResults),
          new LintRule(
              "hidden-by-default",
              Severity.WARNING,
              "Only what others can see can they help with, or build on. Hidden should be a choice for the few that must be.",
              "visibility: public",
              GoalLimitRules::hidden),
          new LintRule(
              "rigid-cascade",
              Severity.WARNING,
              "Goals can only follow the reporting line, but most work needs another team.",
              "sideways: true, contributions-at-most: 3",
              GoalLimitRules::rigid),
          new LintRule(
              "long-chain",
              Severity.WARNING,
              "Each level waits for the one above; with six the last ones plan when the cycle is half over.",
              "levels-at-most: 4",
              GoalLimitRules::longChain),
          new LintRule(
              "alignment-unasked",
              Severity.ADVICE,
              "Whoever is counted on should know of it. Being asked takes a minute and never blocks the work.",
              "upwards-agreement: true",
              GoalLimitRules::unasked));

  private GoalLimitRules() {}

  private static GoalRules goals(FrameworkDocument document) {
    return document.framework().goals();
  }

  private static List<Hit> when(boolean hit, String path, String what) {
    return hit ? List.of(new Hit(path, what)) : List.of();
  }

  private static List<Hit> noReach(FrameworkDocument document) {
    return when(
        goals(document).objectiveKinds().equals(EnumSet.of(ObjectiveKind.COMMITTED)),
        "goals.objective-kinds",
        "Every objective is a promise.");
  }

  private static List<Hit> noPromise(FrameworkDocument document) {
    return when(
        !goals(document).objectiveKinds().contains(ObjectiveKind.COMMITTED),
        "goals.objective-kinds",
        "There are no committed objectives.");
  }

  private static List<Hit> nothingMeasured(FrameworkDocument document) {
    return when(
        EnumSet.of(KeyResultKind.MILESTONES, KeyResultKind.YES_NO)
            .containsAll(goals(document).keyResultKinds()),
        "goals.key-result-kinds",
        "No kind of key result measures anything.");
  }

  private static List<Hit> tooManyObjectives(FrameworkDocument document) {
    int most = goals(document).limits().objectivesPerOwner();
    return when(
        most > 5,
        "goals.limits.objectives-per-owner",
        "An owner may have " + most + " objectives in a cycle.");
  }

  private static List<Hit> individualOverload(FrameworkDocument document) {
    int most = goals(document).limits().objectivesPerOwner();
    return when(
        goals(document).individualGoals() && most > 3 && most <= 5,
        "goals.limits.objectives-per-owner",
        "Every person may have " + most + " objectives of their own.");
  }

  private static List<Hit> tooManyKeyResults(FrameworkDocument document) {
    int most = goals(document).limits().keyResultsAtMost();
    return when(
        most > 5,
        "goals.limits.key-results-at-most",
        "An objective may have " + most + " key results.");
  }

  private static List<Hit> withoutKeyResults(FrameworkDocument document) {
    return when(
        goals(document).limits().keyResultsAtLeast() == 0,
        "goals.limits.key-results-at-least",
        "An objective may be active without any key result.");
  }

  private static List<Hit> hidden(FrameworkDocument document) {
    Visibility visibility = goals(document).visibility();
    return when(
        visibility != Visibility.PUBLIC,
        "goals.visibility",
        visibility == Visibility.TEAM
            ? "A new objective is visible to its team only."
            : "A new objective is visible to named people only.");
  }

  private static List<Hit> rigid(FrameworkDocument document) {
    GoalRules.Alignment alignment = goals(document).alignment();
    return when(
        !alignment.sideways() && alignment.contributionsAtMost() == 0,
        "goals.alignment",
        "An objective has one parent, above it, and nothing else.");
  }

  private static List<Hit> longChain(FrameworkDocument document) {
    int levels = goals(document).alignment().levelsAtMost();
    return when(
        levels > 5,
        "goals.alignment.levels-at-most",
        levels + " levels of objectives may stand above each other.");
  }

  private static List<Hit> unasked(FrameworkDocument document) {
    return when(
        !goals(document).alignment().upwardsAgreement(),
        "goals.alignment.upwards-agreement",
        "The owner above is not asked about an alignment.");
  }
}
