package io.fairlead.methods.framework;

import io.fairlead.methods.framework.Finding.Severity;
import io.fairlead.methods.framework.LintRule.Hit;
import java.util.ArrayList;
import java.util.List;

/// Whether people can tell where the organisation is going.
final class DirectionRules {
  static final List<LintRule> RULES =
      List.of(
          new LintRule(
              "no-direction",
              Severity.WARNING,
              "Objectives can only be aligned to something. Without a mission or a vision each team guesses, and agrees on the guess only by chance.",
              "mission: We keep small harbours open all winter.",
              DirectionRules::noDirection),
          new LintRule(
              "no-ambitions",
              Severity.ADVICE,
              "Between a mission, which never ends, and a quarter's objectives there is a step missing: what should be true in two or three years.",
              "ambitions: [{name: Every harbour ice-free by six}]",
              DirectionRules::noAmbitions),
          new LintRule(
              "too-many-ambitions",
              Severity.ADVICE,
              "What competes with six others is not a direction; nobody remembers a list of seven.",
              "Keep three to five, and let the others wait a year.",
              DirectionRules::tooManyAmbitions),
          new LintRule(
              "no-values",
              Severity.ADVICE,
              "Praise and feedback refer to the values. Without them how something was reached has no name, only what was reached.",
              "values: [{name: Candour, means: Says early what is going wrong.}]",
              DirectionRules::noValues),
          new LintRule(
              "value-without-behaviour",
              Severity.ADVICE,
              "A word such as 'excellence' means something else to everyone. Only what one can see someone do can be praised or asked for.",
              "means: Tells the person who can fix it, the same day.",
              DirectionRules::valuesWithoutBehaviour));

  private DirectionRules() {}

  private static List<Hit> noDirection(FrameworkDocument document) {
    Direction direction = document.framework().direction();
    return direction.mission().isEmpty() && direction.vision().isEmpty()
        ? List.of(new Hit("direction", "There is neither a mission nor a vision."))
        : List.of();
  }

  private static List<Hit> noAmbitions(FrameworkDocument document) {
    return document.framework().direction().ambitions().isEmpty()
        ? List.of(new Hit("direction.ambitions", "No ambitions are named."))
        : List.of();
  }

  private static List<Hit> tooManyAmbitions(FrameworkDocument document) {
    int count = document.framework().direction().ambitions().size();
    return count > 6
        ? List.of(new Hit("direction.ambitions", "There are " + count + " ambitions."))
        : List.of();
  }

  private static List<Hit> noValues(FrameworkDocument document) {
    return document.framework().direction().values().isEmpty()
        ? List.of(new Hit("direction.values", "No values are named."))
        : List.of();
  }

  private static List<Hit> valuesWithoutBehaviour(FrameworkDocument document) {
    List<Direction.Value> values = document.framework().direction().values();
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).means() == null) {
        hits.add(
            new Hit(
                "direction.values[" + i + "]",
                "'" + values.get(i).name() + "' does not say what one sees someone do."));
      }
    }
    return hits;
  }
}
