package io.fairlead.methods.goals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A small set of rules about how objectives and key results are worded, each a function of the
/// words alone: an objective says where to, in words (O1); it has one to five key results (O4); a
/// key result has baseline, target and unit (K1), leads somewhere and the right way (K2), and says
/// what changes, not what is done (K3).
public final class WordingRules {
  private static final int MOST_KEY_RESULTS = 5;
  private static final Pattern FIGURE =
      Pattern.compile("(?:[€$£¥]\\s?)?\\d+(?:[.,]\\d+)*(?:\\s?(?:%|per cent|percent|[€$£¥]))?");
  private static final Pattern FIRST_WORD = Pattern.compile("\\p{L}+");
  private static final Set<String> OUTPUT_VERBS =
      Set.of(
          "launch",
          "ship",
          "build",
          "hold",
          "create",
          "write",
          "implement",
          "complete",
          "deliver",
          "publish",
          "organise",
          "organize",
          "run",
          "release",
          "finish",
          "introduce",
          "develop",
          "design",
          "roll",
          "set",
          "prepare",
          "conduct",
          "document",
          "migrate");
  private static final List<String> GRAVEST_FIRST = List.of("K2", "O4", "K1", "K3", "O1");

  private WordingRules() {}

  /// A key result as the rules read it.
  ///
  /// @param measured what it asks for
  /// @param unit of its figures; empty if none is said
  /// @param baselineIsComing whether a day is set by which the baseline will be known
  /// @param targetIsRelative whether the target is said as a change and waits for the baseline
  public record Worded(
      String title,
      KeyResult measured,
      String unit,
      boolean baselineIsComing,
      boolean targetIsRelative) {}

  /// What the rules find, the gravest first.
  public static List<WordingFinding> findings(String objective, List<Worded> keyResults) {
    List<WordingFinding> found = new ArrayList<>();
    figuresInTheObjective(objective, found);
    numberOfKeyResults(keyResults.size(), found);
    for (int i = 0; i < keyResults.size(); i++) {
      Worded one = keyResults.get(i);
      missing(i, one, found);
      leadsNowhere(i, one, found);
      countsWhatIsDone(i, one, found);
    }
    found.sort(Comparator.comparingInt(finding -> GRAVEST_FIRST.indexOf(finding.rule())));
    return List.copyOf(found);
  }

  private static void figuresInTheObjective(String objective, List<WordingFinding> found) {
    Matcher figure = FIGURE.matcher(objective);
    if (figure.find()) {
      found.add(new WordingFinding("O1", -1, figure.group().strip(), figure.start(), figure.end()));
    }
  }

  private static void numberOfKeyResults(int number, List<WordingFinding> found) {
    if (number == 0) {
      found.add(new WordingFinding("O4", -1, "none", 0, 0));
    }
    if (number > MOST_KEY_RESULTS) {
      found.add(new WordingFinding("O4", -1, "many", 0, 0));
    }
  }

  private static void missing(int index, Worded one, List<WordingFinding> found) {
    for (Flaw flaw : one.measured().flaws()) {
      boolean expected =
          (flaw == Flaw.BASELINE_UNKNOWN && one.baselineIsComing())
              || (flaw == Flaw.TARGET_UNKNOWN && one.targetIsRelative());
      String part =
          switch (flaw) {
            case BASELINE_UNKNOWN -> "baseline";
            case TARGET_UNKNOWN -> "target";
            case BAND_INCOMPLETE -> "band";
            case NO_MILESTONES -> "milestones";
            case TARGET_EQUALS_BASELINE,
                WRONG_DIRECTION,
                BAND_UPSIDE_DOWN,
                TOLERANCE_NEGATIVE,
                MILESTONE_WEIGHT,
                MILESTONE_UNKNOWN,
                NOT_FINITE,
                READING_OF_ANOTHER_KIND ->
                "";
          };
      if (!expected && !part.isEmpty()) {
        found.add(new WordingFinding("K1", index, part, 0, 0));
      }
    }
  }

  private static void leadsNowhere(int index, Worded one, List<WordingFinding> found) {
    for (Flaw flaw : one.measured().flaws()) {
      if (flaw == Flaw.TARGET_EQUALS_BASELINE || flaw == Flaw.WRONG_DIRECTION) {
        found.add(new WordingFinding("K2", index, flaw.code(), 0, 0));
      }
    }
  }

  private static void countsWhatIsDone(int index, Worded one, List<WordingFinding> found) {
    boolean hasMetric =
        switch (one.measured()) {
          case KeyResult.Increase _, KeyResult.Decrease _, KeyResult.Band _ -> true;
          case KeyResult.Milestones _, KeyResult.YesNo _ -> false;
        };
    Matcher first = FIRST_WORD.matcher(one.title());
    if (!hasMetric
        && first.find()
        && OUTPUT_VERBS.contains(first.group().toLowerCase(Locale.ROOT))) {
      found.add(new WordingFinding("K3", index, first.group(), first.start(), first.end()));
    }
  }
}
